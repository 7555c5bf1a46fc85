package viewstream.system.traffic;

import java.time.Duration;

/** A video of the catalogue. */
public record Video(String id, String channel, Duration duration) {}
