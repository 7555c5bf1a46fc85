package viewstream.query.video;

import viewstream.query.cache.Reply;

/** A reply just computed, and how. */
public record Computed(Reply reply, Plan plan) {}
