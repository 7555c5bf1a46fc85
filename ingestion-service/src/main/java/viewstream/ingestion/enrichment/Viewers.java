package viewstream.ingestion.enrichment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Component;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.validation.EventObject;

/** Finds out whose event it is. User ids end here. */
@Component
public final class Viewers {
  private static final String USER_ID = "user_id";
  private static final String SESSION_ID = "session_id";

  private final Pseudonyms pseudonyms;

  public Viewers(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /**
   * The viewer of an event.
   *
   * @param context the event's fields over its batch's
   * @param clientTime whose UTC day a stranger is known for
   */
  public Viewer identify(EventObject context, Sender sender, Instant clientTime) {
    String userId = context.id(USER_ID);
    String sessionId = context.id(SESSION_ID);
    if (userId != null) {
      return new Viewer(pseudonyms.ofUser(userId), false, sessionId);
    }
    Sender viewer = sender.spokenFor(context);
    var day = clientTime.atZone(ZoneOffset.UTC).toLocalDate();
    long id = pseudonyms.ofStranger(viewer.address(), viewer.userAgent(), day);
    return new Viewer(id, true, sessionId);
  }

  /**
   * The view of an event that names none: one per session, or else user, and video; the event alone
   * if neither is known. Never from the address, which many share.
   */
  public String viewOf(EventObject context, String writeKey, String videoId, UUID eventId) {
    String sessionId = context.id(SESSION_ID);
    if (sessionId != null) {
      return pseudonyms.view(writeKey, SESSION_ID, sessionId, videoId);
    }
    String userId = context.id(USER_ID);
    return userId != null
        ? pseudonyms.view(writeKey, USER_ID, userId, videoId)
        : eventId.toString();
  }
}
