package viewstream.ingestion.enrichment;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.validation.EventObject;

/** Finds out whose event it is. User ids end here. */
@Component
public final class Viewers {
  private static final String USER_ID = "user_id";
  private static final String SESSION_ID = "session_id";
  private static final long SECONDS_PER_DAY = 86_400;

  private final Pseudonyms pseudonyms;

  public Viewers(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /**
   * The viewer of an event.
   *
   * @param context the event's fields over its batch's
   * @param sender whom the event is about
   * @param clientTime whose UTC day a stranger is known for, and whose secret names viewers
   */
  public Viewer identify(EventObject context, Sender sender, Instant clientTime) {
    String userId = context.id(USER_ID);
    String sessionId = context.id(SESSION_ID);
    long epochDay = dayOf(clientTime);
    if (userId != null) {
      return new Viewer(pseudonyms.ofUser(userId, epochDay), false, sessionId);
    }
    return new Viewer(sender.strangerOn(epochDay), true, sessionId);
  }

  /**
   * The view of an event that names none: one per session, or else user, and video; the event alone
   * if neither is known. Never from the address, which many share.
   *
   * @param clientTime whose UTC day's secret names it
   */
  public String viewOf(
      EventObject context, String writeKey, String videoId, UUID eventId, Instant clientTime) {
    long epochDay = dayOf(clientTime);
    String sessionId = context.id(SESSION_ID);
    if (sessionId != null) {
      return pseudonyms.view(writeKey, SESSION_ID, sessionId, videoId, epochDay);
    }
    String userId = context.id(USER_ID);
    return userId != null
        ? pseudonyms.view(writeKey, USER_ID, userId, videoId, epochDay)
        : eventId.toString();
  }

  private static long dayOf(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY);
  }
}
