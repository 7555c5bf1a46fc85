package viewstream.query.creator;

import viewstream.query.metric.Facts;

/** One of the most viewed videos of a channel, by its title in the catalogue. */
public record TopVideo(String videoId, String title, Facts facts) {}
