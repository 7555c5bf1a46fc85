package viewstream.ingestion.fast;

import org.jspecify.annotations.Nullable;
import viewstream.ingestion.enrichment.Sender;
import viewstream.ingestion.enrichment.Viewers;

/** Whose event it is. Remembers the last user, for a player's batch tells of one. */
final class Person {
  private final Viewers viewers;
  private String lastUser = "";
  private long lastDay;
  private long lastViewer;

  Person(Viewers viewers) {
    this.viewers = viewers;
  }

  /** The user that an event names, or its batch; null if neither does. */
  @Nullable String user(Fields event, Shared shared) {
    return id(event, Field.USER_ID, shared.userId());
  }

  /** The pseudonym of a user, as it is on a day. */
  long viewer(String user, long epochDay) {
    if (epochDay != lastDay || !user.equals(lastUser)) {
      lastViewer = viewers.ofUser(user, epochDay);
      lastUser = user;
      lastDay = epochDay;
    }
    return lastViewer;
  }

  /** Whom the event is about, if its sender may speak for others. */
  static Sender spokenFor(Fields event, Request request) {
    Sender sender = request.delivery().sender();
    if (!request.delivery().caller().trusted()) {
      return sender;
    }
    Shared shared = request.shared();
    return sender.spokenFor(
        text(event, Field.IP, shared.ip()), text(event, Field.USER_AGENT, shared.userAgent()));
  }

  /** Makes a view of session or user, and video; null if neither is named. */
  @Nullable String view(Fields event, Request request, @Nullable String user, long epochDay) {
    String session = id(event, Field.SESSION_ID, request.shared().sessionId());
    return viewers.viewOf(
        session, user, request.delivery().caller().name(), event.ascii(Field.VIDEO_ID), epochDay);
  }

  private static @Nullable String id(Fields event, Field field, @Nullable String otherwise) {
    if (!event.has(field)) {
      return otherwise;
    }
    event.requireId(field);
    return event.ascii(field);
  }

  private static @Nullable String text(Fields event, Field field, @Nullable String otherwise) {
    return event.has(field) ? event.utf8(field) : otherwise;
  }
}
