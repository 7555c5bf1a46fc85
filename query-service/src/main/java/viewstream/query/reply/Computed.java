package viewstream.query.reply;

import viewstream.query.cache.Reply;

/** A reply just computed, and how. */
public record Computed(Reply reply, Plan plan) {}
