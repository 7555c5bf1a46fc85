package viewstream.system.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Players that claim more than can be true. */
final class Forgery {
  /** More than 32 bits can hold: what is left of it when they overflow is nothing. */
  private static final long FOUR_BILLION_MS = 1L << 32;

  private static final Form FORM = new Form(Form.Stamp.MILLIS, true, true, 0, Form.View.VIEW_ID);

  private final Chance chance;
  private final Instant when;

  Forgery(Chance chance, Instant when) {
    this.chance = chance;
    this.when = when;
  }

  /** Forgeries whose credit is the same in any order of arrival. */
  List<Draft> inAnyOrder(Person person, Video video) {
    List<Draft> drafts =
        new ArrayList<>(writer(person, video).event("view", "watched_ms", 200_000_000).drafts());
    drafts.addAll(
        writer(person, video).event("first_frame", "watched_ms", FOUR_BILLION_MS).drafts());
    ViewWriter sameInstant = writer(person, video);
    for (int i = 0; i < 5; i++) {
      sameInstant.event("heartbeat", "watched_ms", FOUR_BILLION_MS);
    }
    drafts.addAll(sameInstant.drafts());
    return drafts;
  }

  /**
   * A view whose second event claims seven weeks after ten seconds; the first must arrive first.
   */
  List<Draft> inThisOrder(Person person, Video video) {
    return writer(person, video)
        .event("first_frame", "startup_ms", 300)
        .after(10_000)
        .event("heartbeat", "watched_ms", FOUR_BILLION_MS)
        .drafts();
  }

  private ViewWriter writer(Person person, Video video) {
    return new ViewWriter(chance, person, video, FORM, when);
  }
}
