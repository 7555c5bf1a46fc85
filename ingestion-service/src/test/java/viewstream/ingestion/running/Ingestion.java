package viewstream.ingestion.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import viewstream.ingestion.IngestionApplication;

/** One running instance of the service, and how to talk to it. */
public final class Ingestion implements AutoCloseable {
  public static final String WRITE_KEY = "wk_test";
  public static final String SECRET_KEY = "sk_test";
  public static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0";
  public static final String PSEUDONYM_KEY = "pseudonyms-of-the-tests";

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  private Ingestion(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts an instance on free ports; it may not be ready yet. */
  public static Ingestion start(String kafka, String registry, Map<String, String> more) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", "0");
    properties.put("management.server.port", "0");
    properties.put("viewstream.kafka.bootstrap-servers", kafka);
    properties.put("viewstream.schema-registry.url", registry);
    properties.put("viewstream.keys.write", WRITE_KEY);
    properties.put("viewstream.keys.secret", SECRET_KEY);
    properties.put("viewstream.keys.pseudonym", PSEUDONYM_KEY);
    properties.put("viewstream.keys.snapshot", temporary("keys.avro"));
    properties.put("viewstream.spool.folder", temporary("spool"));
    properties.put("logging.structured.format.console", "");
    properties.putAll(more);
    var application = new SpringApplication(IngestionApplication.class);
    application.setRegisterShutdownHook(false);
    String[] arguments =
        properties.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    return new Ingestion(application.run(arguments));
  }

  private static String temporary(String file) {
    try {
      return Files.createTempDirectory("viewstream").resolve(file).toString();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What a metric shows now; labels may follow its name. */
  public double metric(String name) {
    return Metrics.read(management("/actuator/prometheus"), name);
  }

  /** Whether it says that it is ready. */
  public boolean ready() {
    return send(HttpRequest.newBuilder(management("/actuator/health/readiness"))).statusCode()
        == 200;
  }

  /** A bean of the instance. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** All beans of a kind. */
  public <T> Stream<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values().stream();
  }

  /** A request to the public port. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  /** The public port. */
  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** A post of JSON with the write key, as a browser does it. */
  public HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("X-Write-Key", WRITE_KEY)
            .header("User-Agent", BROWSER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Sends a request and reads the reply. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** An address on the management port. */
  public URI management(String path) {
    String port = context.getEnvironment().getRequiredProperty("local.management.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  @Override
  public void close() {
    client.close();
    context.close();
  }
}
