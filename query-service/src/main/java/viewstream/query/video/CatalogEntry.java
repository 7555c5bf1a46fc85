package viewstream.query.video;

import java.util.OptionalLong;

/**
 * What the catalogue says of a video.
 *
 * @param channelId who owns it
 * @param durationMs how long it is, if the catalogue knows
 */
public record CatalogEntry(String channelId, OptionalLong durationMs) {}
