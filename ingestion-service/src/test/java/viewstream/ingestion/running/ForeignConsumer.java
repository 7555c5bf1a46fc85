package viewstream.ingestion.running;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import viewstream.schema.topic.Topic;
import viewstream.stack.node.NodeProject;

/**
 * What a consumer in another language, which knows nothing of the product, decoded.
 *
 * @param records of each topic that had any
 * @param counts what it says it decoded, and what it skipped
 */
public record ForeignConsumer(Map<String, List<JsonNode>> records, JsonNode counts) {
  private static final NodeProject PROGRAM =
      new NodeProject(Path.of("..", "system-tests", "consumer"));
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Lets it read all topics from their beginning to their present end. */
  public static ForeignConsumer read(Backend backend) throws IOException, InterruptedException {
    String[] arguments =
        Stream.concat(
                Stream.of(backend.kafka(), backend.registry()),
                Stream.of(Topic.values()).map(Topic::topicName))
            .toArray(String[]::new);
    List<JsonNode> lines =
        PROGRAM
            .run(Duration.ofMinutes(2), "consume.mjs", arguments)
            .lines()
            .map(JSON::readTree)
            .toList();
    return new ForeignConsumer(
        lines.subList(0, lines.size() - 1).stream()
            .collect(Collectors.groupingBy(line -> line.path("topic").asString())),
        lines.getLast().path("counts"));
  }

  /** The records of a topic, in the order of each partition. */
  public List<JsonNode> on(Topic topic) {
    return records.getOrDefault(topic.topicName(), List.of());
  }
}
