package viewstream.ingestion.enrichment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.Ids;

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
      return new Viewer(ofUser(userId, epochDay), false, sessionId);
    }
    return new Viewer(sender.strangerOn(epochDay), true, sessionId);
  }

  /** The viewer of a user id by the secret of a day, counted from 1970-01-01. */
  public long ofUser(String userId, long epochDay) {
    return pseudonyms.ofUser(userId, epochDay);
  }

  /**
   * The view of an event that names none: one per session, or else user, and video; the event alone
   * if neither is known. Never from the address, which many share.
   *
   * @param clientTime whose UTC day's secret names it
   */
  public String viewOf(
      EventObject context, String writeKey, String videoId, UUID eventId, Instant clientTime) {
    String view =
        viewOf(context.id(SESSION_ID), context.id(USER_ID), writeKey, videoId, dayOf(clientTime));
    return view == null ? eventId.toString() : view;
  }

  /** The view of a session, or else of a user; null if neither is given. */
  public @Nullable String viewOf(
      @Nullable String sessionId,
      @Nullable String userId,
      String writeKey,
      String videoId,
      long epochDay) {
    if (sessionId != null) {
      return pseudonyms.view(writeKey, SESSION_ID, sessionId, videoId, epochDay);
    }
    return userId == null ? null : pseudonyms.view(writeKey, USER_ID, userId, videoId, epochDay);
  }

  /**
   * The viewer behind a player that knows its session and no user.
   *
   * @param session as the player names it; kept if it has the form of an id
   */
  public Viewer inSession(@Nullable String session, Sender sender, Instant clientTime) {
    boolean isId = session != null && Ids.valid(session);
    return new Viewer(sender.strangerOn(dayOf(clientTime)), true, isId ? session : null);
  }

  /** What keeps the reports of one video in one player's session together. */
  public String trackingKey(String writeKey, String session, String videoId, Instant clientTime) {
    return pseudonyms.view(writeKey, "sid", session, videoId, dayOf(clientTime));
  }

  private static long dayOf(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY);
  }
}
