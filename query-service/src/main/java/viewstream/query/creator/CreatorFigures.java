package viewstream.query.creator;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import viewstream.query.cache.Reply;
import viewstream.query.freshness.Coverage;
import viewstream.query.freshness.Freshness;
import viewstream.query.freshness.Progress;
import viewstream.query.reply.Computed;
import viewstream.schema.redis.Sink;

/** Reads a channel's figures and makes a reply of them that says how new it is. */
@Component
class CreatorFigures {
  private static final Set<Sink> SINKS =
      EnumSet.of(Sink.VIDEO_MINUTE, Sink.EVENTS, Sink.ENGAGEMENTS);

  private final CreatorStore store;
  private final Progress progress;
  private final Clock clock;
  private final JsonMapper json;

  CreatorFigures(CreatorStore store, Progress progress, Clock clock, JsonMapper json) {
    this.store = store;
    this.progress = progress;
    this.clock = clock;
    this.json = json;
  }

  Computed compute(CreatorQuestion question) {
    Instant flushed = progress.through(SINKS);
    CreatorAnswer answer = store.read(question);
    Coverage coverage = answer.coverage();
    // The days end with today, whose distinct viewers are an estimate.
    Freshness freshness =
        new Freshness(coverage.through(flushed), clock.instant(), coverage.source(), false);
    return new Computed(
        new Reply(
            question.channelId(),
            freshness,
            json.writeValueAsBytes(CreatorReply.of(question, answer))),
        answer.plan());
  }
}
