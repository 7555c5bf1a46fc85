package viewstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.stack.Checkout;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;

/**
 * The fleet as compose starts it, outside of containers: Kafka by its configuration, the registry
 * by its environment, and our own programs from what their Dockerfiles make of the build, each with
 * the environment, command and health check of its service. Only addresses are other ones.
 */
class FleetIT {
  private static final Compose COMPOSE = Compose.load();
  private static final String JAVA = ImageFolder.JAVA;
  private static final int JDK_OF_THE_IMAGES = 25;

  private final Network network = new Network();
  private final Checkout checkout = Checkout.locate();
  private final Deque<AutoCloseable> running = new ArrayDeque<>(List.of(network));

  @TempDir Path folder;

  @AfterEach
  void end() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }

  @Test
  void comesUpAndTakesEvents() throws Exception {
    assumeTrue(
        Runtime.version().feature() >= JDK_OF_THE_IMAGES,
        "the images run on JDK " + JDK_OF_THE_IMAGES);
    LocalStack stores = LocalStack.start(Part.CLICKHOUSE, Part.REDIS);
    running.push(stores);
    network.put("clickhouse", 8123, stores.address(Part.CLICKHOUSE).substring("http://".length()));
    network.put("redis", 6379, stores.address(Part.REDIS).substring("redis://".length()));
    startKafka();
    startRegistry();

    ImageFolder rollup = image("rollup");
    assertThat(migrate(rollup)).isZero();

    startService("ingestion", Map.of("SERVER_PORT", 8080, "MANAGEMENT_SERVER_PORT", 8081));
    startService("query", Map.of("SERVER_PORT", 8090, "MANAGEMENT_SERVER_PORT", 8091));
    assertThat(report()).isEqualTo(202);
  }

  private void startKafka() throws Exception {
    int port = network.open("kafka", 9092);
    int controller = network.open("kafka", 9093);
    String settings =
        network
            .translate(Repository.text("deploy/kafka/server.properties"))
            .replace("PLAINTEXT://:9092", "PLAINTEXT://127.0.0.1:" + port)
            .replace("CONTROLLER://:9093", "CONTROLLER://127.0.0.1:" + controller)
            .replace("/var/lib/kafka/data", folder.resolve("kafka").toString());
    Path properties = Files.writeString(folder.resolve("server.properties"), settings);
    List<String> java = List.of(JAVA, "-Xmx512m", "-cp", checkout.fleet("kafka") + "/*");
    String clusterId = COMPOSE.service("kafka").environment().get("CLUSTER_ID");
    Run format =
        Run.in(
            folder,
            Map.of(),
            words(
                java,
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                clusterId,
                "--config",
                properties.toString()));
    assertThat(format.exitCode()).as(format.output()).isZero();
    Program kafka =
        Program.start(folder, Map.of(), words(java, "kafka.Kafka", properties.toString()));
    running.push(kafka);
    kafka.awaitHealthy(
        List.of(
            "bash", Repository.file("deploy/health/kafka.sh").toString(), Integer.toString(port)));
  }

  private void startRegistry() throws Exception {
    int port = network.open("registry", 8080);
    int management = network.open("registry", 9000);
    Map<String, String> environment =
        new HashMap<>(network.translate(COMPOSE.service("registry").environment()));
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
    String app = checkout.fleet("registry").resolve("quarkus-run.jar").toString();
    Program registry = Program.start(folder, environment, List.of(JAVA, "-Xmx256m", "-jar", app));
    running.push(registry);
    List<String> check = COMPOSE.service("registry").healthCheck();
    registry.awaitHealthy(
        List.of(
            "bash",
            Repository.file("deploy/health/http.sh").toString(),
            Integer.toString(port),
            check.getLast()));
  }

  private int migrate(ImageFolder image) throws Exception {
    Run run =
        Run.in(
            image.workdir(),
            environment("migrate", Map.of()),
            words(image.entrypoint(), COMPOSE.service("migrate").command().toArray(String[]::new)));
    assertThat(run.output()).contains("up to date");
    return run.exitCode();
  }

  private void startService(String name, Map<String, Integer> ports) throws Exception {
    ImageFolder image = image(name);
    Map<String, String> open = new HashMap<>();
    for (Map.Entry<String, Integer> port : ports.entrySet()) {
      open.put(port.getKey(), Integer.toString(network.open(name, port.getValue())));
    }
    open.put("SERVER_ADDRESS", "127.0.0.1");
    open.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    Program program = Program.start(image.workdir(), environment(name, open), image.entrypoint());
    running.push(program);
    program.awaitHealthy(
        COMPOSE.service(name).healthCheck().stream()
            .skip(1)
            .map(word -> word.startsWith("/opt/") ? image.resolve(word).toString() : word)
            .map(
                word ->
                    word.equals(ports.get("MANAGEMENT_SERVER_PORT").toString())
                        ? open.get("MANAGEMENT_SERVER_PORT")
                        : word)
            .toList());
  }

  /** A view reported as a player would; returns the status. */
  private int report() throws Exception {
    String body =
        "{\"video_id\":\"v\",\"event_id\":\"%s\",\"timestamp\":%d,\"watch_time_seconds\":1}"
            .formatted(UUID.randomUUID(), System.currentTimeMillis());
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(network.translate("http://ingestion:8080/api/v1/analytics/view")))
            .header("Content-Type", "application/json")
            .header("X-Write-Key", Compose.environment().get("VIEWSTREAM_KEYS_WRITE"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }

  private ImageFolder image(String service) throws Exception {
    Path root = Files.createDirectories(folder.resolve("image-" + service));
    return ImageFolder.build(
        Dockerfile.read(COMPOSE.service(service).dockerfile().orElseThrow()), root);
  }

  private Map<String, String> environment(String service, Map<String, String> more) {
    Map<String, String> environment =
        new HashMap<>(network.translate(COMPOSE.service(service).environment()));
    environment.putAll(more);
    environment.put("PATH", ImageFolder.javaFirst());
    environment.put("JAVA_TOOL_OPTIONS", "-Xmx512m");
    return environment;
  }

  private static List<String> words(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toList();
  }
}
