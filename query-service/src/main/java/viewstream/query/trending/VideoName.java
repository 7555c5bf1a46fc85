package viewstream.query.trending;

/** What the catalogue says a video is called, and whose it is. */
public record VideoName(String title, String channelId) {}
