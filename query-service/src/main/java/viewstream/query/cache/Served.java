package viewstream.query.cache;

/**
 * A reply to send.
 *
 * @param stale whether it is only sent because a newer one could not be had
 */
public record Served(Reply reply, boolean stale) {}
