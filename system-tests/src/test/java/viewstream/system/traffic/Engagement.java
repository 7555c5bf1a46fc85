package viewstream.system.traffic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What viewers do beside watching. */
final class Engagement {
  private static final List<String> REACTIONS =
      List.of(
          "like",
          "like",
          "like",
          "like",
          "unlike",
          "dislike",
          "dislike",
          "dislike",
          "undislike",
          "comment",
          "share");

  private final Chance chance;
  private final Instant from;
  private final Instant until;

  Engagement(Chance chance, Instant from, Instant until) {
    this.chance = chance;
    this.from = from;
    this.until = until;
  }

  Draft reaction(Person person, Video video) {
    if (chance.percent(15)) {
      return draft(
          chance.percent(70) ? "subscribe" : "unsubscribe",
          person,
          video,
          "channel_id",
          video.channel());
    }
    return draft(chance.of(REACTIONS), person, video);
  }

  Draft thumbnail(Person person, Video video) {
    return draft(chance.percent(12) ? "click" : "impression", person, video);
  }

  private Draft draft(String type, Person person, Video video, Object... own) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", type);
    if (chance.percent(60)) {
      fields.put("event_id", chance.uuid());
    }
    fields.put("video_id", video.id());
    if (person.userId() != null) {
      fields.put("user_id", person.userId());
    }
    fields.putAll(person.said());
    for (int i = 0; i < own.length; i += 2) {
      fields.put((String) own[i], own[i + 1]);
    }
    Instant at = Instant.ofEpochMilli(chance.between(from.toEpochMilli(), until.toEpochMilli()));
    return new Draft(at, person.origin(), chance.of(List.of(Form.Stamp.values())), fields);
  }
}
