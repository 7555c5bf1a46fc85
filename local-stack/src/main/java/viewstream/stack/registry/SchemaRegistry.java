package viewstream.stack.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;
import viewstream.stack.network.Probe;
import viewstream.stack.process.Command;
import viewstream.stack.process.JavaCommand;
import viewstream.stack.process.Program;

/** An Apicurio registry behind the Confluent API, its schemas in a file database. */
public final class SchemaRegistry implements Program {
  private static final String API = "/apis/ccompat/v7";

  private final Path app;
  private final Path folder;
  private final Ports ports;

  /**
   * @param app the unpacked application
   * @param folder where its database is kept
   */
  public SchemaRegistry(Path app, Path folder, Ports ports) {
    this.app = app;
    this.folder = folder;
    this.ports = ports;
  }

  /** The address that Confluent clients are given. */
  public static String url(Ports ports) {
    return ports.http(Port.REGISTRY) + API;
  }

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public Command prepare() throws IOException {
    Files.createDirectories(folder);
    return new JavaCommand("192m")
        .small()
        .jar(app.resolve("quarkus-run.jar"))
        .in(folder, environment());
  }

  @Override
  public boolean isHealthy() {
    return Probe.answersOk(url(ports) + "/subjects");
  }

  private Map<String, String> environment() {
    return Map.of(
        "APICURIO_STORAGE_KIND", "sql",
        "APICURIO_STORAGE_SQL_KIND", "h2",
        // Without a delay of zero H2 forgets on SIGKILL what it committed half a second before.
        "APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + folder.resolve("schemas") + ";WRITE_DELAY=0",
        "QUARKUS_HTTP_HOST", "127.0.0.1",
        "QUARKUS_HTTP_PORT", Integer.toString(ports.of(Port.REGISTRY)),
        "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
        "QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.of(Port.REGISTRY_MANAGEMENT)),
        "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
  }
}
