package viewstream.system.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the events of one view in the form of its player. */
final class ViewWriter {
  private static final List<String> SOURCES =
      List.of("search", "suggested", "browse", "channel", "external", "carrier-pigeon");

  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Object> identity = new LinkedHashMap<>();
  private final Chance chance;
  private final Person person;
  private final Form form;
  private final Instant start;
  private long atMs;
  private int seq;

  ViewWriter(Chance chance, Person person, Video video, Form form, Instant start) {
    this.chance = chance;
    this.person = person;
    this.form = form;
    this.start = start;
    this.seq = form.firstSeq();
    identity.put("video_id", video.id());
    identify();
    identity.putAll(person.said());
    if (!identity.containsKey("platform") && chance.percent(30)) {
      identity.put("platform", "web");
    }
    if (chance.percent(80)) {
      identity.put("traffic_source", chance.ofSkewed(SOURCES));
    }
  }

  private void identify() {
    if (person.userId() != null) {
      identity.put("user_id", person.userId());
    }
    switch (form.view()) {
      case VIEW_ID -> identity.put("view_id", chance.uuid());
      case SESSION_ID -> identity.put("session_id", "session-" + chance.uuid());
      case USER_ID -> identity.put("user_id", "user-" + chance.uuid());
    }
  }

  /** Lets time pass on the player's clock. */
  ViewWriter after(long milliseconds) {
    atMs += milliseconds;
    return this;
  }

  /** Writes an event with fields of its own: name, value, name, value … */
  ViewWriter event(String type, Object... own) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", type);
    if (form.eventId()) {
      fields.put("event_id", chance.uuid());
    }
    if (form.seq()) {
      fields.put("seq", seq++);
    }
    fields.putAll(identity);
    for (int i = 0; i < own.length; i += 2) {
      fields.put((String) own[i], own[i + 1]);
    }
    drafts.add(new Draft(start.plusMillis(atMs), person.origin(), form.stamp(), fields));
    return this;
  }

  /** Says the last event once more under a new id, as a player does that lost count. */
  ViewWriter stutter() {
    if (form.seq() && form.eventId() && seq <= 65_536) {
      Draft last = drafts.getLast();
      Map<String, Object> fields = new LinkedHashMap<>(last.fields());
      fields.put("event_id", chance.uuid());
      drafts.add(new Draft(last.at(), last.origin(), last.stamp(), fields));
    }
    return this;
  }

  List<Draft> drafts() {
    return List.copyOf(drafts);
  }
}
