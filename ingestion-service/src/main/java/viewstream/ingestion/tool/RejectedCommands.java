package viewstream.ingestion.tool;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import viewstream.ingestion.replay.Replay;
import viewstream.ingestion.topic.TopicWriter;
import viewstream.schema.event.RejectedEvent;

/** {@code rejected list | sample | replay}. */
@Command(
    name = "rejected",
    description = "Events that broke a rule: lists them, shows some, takes them again after a fix.")
final class RejectedCommands {
  private final Connection connection;
  private final Clock clock = Clock.systemUTC();

  @Spec private CommandSpec spec = CommandSpec.create();

  RejectedCommands(Connection connection) {
    this.connection = connection;
  }

  @Command(description = "Counts rejected events by reason, field, key and endpoint.")
  void list(@Mixin RejectedFilter filter) {
    var groups = new RejectedGroups();
    filter.read(connection.topics(), clock, groups::add);
    groups.print(out());
  }

  @Command(description = "Shows the newest rejected events; persons stand there as pseudonyms.")
  void sample(
      @Mixin RejectedFilter filter,
      @Option(names = "--count", defaultValue = "5", description = "how many (default: 5)")
          int count) {
    if (count < 1) {
      throw new IllegalArgumentException("--count must be at least 1");
    }
    var newest = new ArrayDeque<RejectedEvent>();
    filter.read(
        connection.topics(),
        clock,
        event -> {
          newest.add(event);
          if (newest.size() > count) {
            newest.remove();
          }
        });
    try (var service = ServiceParts.open(connection)) {
      Replay replay = service.part(Replay.class);
      newest.forEach(event -> show(event, replay));
    }
  }

  @Command(
      description =
          "Takes rejected events through validation again; those that are good now are published"
              + " with their own id and time of arrival, so doing it twice counts once.")
  void replay(
      @Mixin RejectedFilter filter,
      @Option(names = "--dry-run", description = "publishes nothing") boolean dryRun) {
    try (var service = ServiceParts.open(connection);
        TopicWriter writer = connection.topics().write()) {
      var run = new ReplayRun(service.part(Replay.class), dryRun ? null : writer);
      filter.read(connection.topics(), clock, run::take);
      run.finish(out());
    }
  }

  private void show(RejectedEvent event, Replay replay) {
    out()
        .println(
            "%s  %s%s  key %s, %s%n%s"
                .formatted(
                    event.getReceivedTime(),
                    event.getReason(),
                    event.getField() == null ? "" : " " + event.getField(),
                    event.getWriteKey(),
                    event.getEndpoint(),
                    text(event, replay)));
  }

  private static String text(RejectedEvent event, Replay replay) {
    try {
      byte[] payload = replay.payload(event);
      JsonMapper json = JsonMapper.shared();
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(payload));
    } catch (JacksonException unreadable) {
      return new String(replay.payload(event), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException otherKey) {
      return "(encrypted with another key than VIEWSTREAM_KEYS_PSEUDONYM)";
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
