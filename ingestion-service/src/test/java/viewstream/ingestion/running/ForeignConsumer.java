package viewstream.ingestion.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import viewstream.schema.topic.Topic;

/**
 * What a consumer in another language, which knows nothing of the product, decoded.
 *
 * @param records of each topic that had any
 * @param counts what it says it decoded, and what it skipped
 */
public record ForeignConsumer(Map<String, List<JsonNode>> records, JsonNode counts) {
  private static final Path PROGRAM = Path.of("..", "system-tests", "consumer");
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Lets it read all topics from their beginning to their present end. */
  public static ForeignConsumer read(Backend backend) throws IOException, InterruptedException {
    if (Files.notExists(PROGRAM.resolve("node_modules"))) {
      run(Duration.ofMinutes(5), List.of("npm", "ci"));
    }
    List<String> command =
        new ArrayList<>(List.of("node", "consume.mjs", backend.kafka(), backend.registry()));
    Stream.of(Topic.values()).map(Topic::topicName).forEach(command::add);
    List<JsonNode> lines =
        run(Duration.ofMinutes(2), command).stream().map(JSON::readTree).toList();
    return new ForeignConsumer(
        lines.subList(0, lines.size() - 1).stream()
            .collect(Collectors.groupingBy(line -> line.path("topic").asString())),
        lines.getLast().path("counts"));
  }

  /** The records of a topic, in the order of each partition. */
  public List<JsonNode> on(Topic topic) {
    return records.getOrDefault(topic.topicName(), List.of());
  }

  private static List<String> run(Duration patience, List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("foreign-consumer", ".out");
    Path errors = Files.createTempFile("foreign-consumer", ".err");
    Process process =
        new ProcessBuilder(command)
            .directory(PROGRAM.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(
            String.join(" ", command) + " failed: " + Files.readString(errors));
      }
      return Files.readAllLines(output);
    } finally {
      process.destroyForcibly();
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
