package viewstream.stack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;
import viewstream.stack.network.Probe;
import viewstream.stack.process.Command;
import viewstream.stack.process.JavaCommand;
import viewstream.stack.process.Program;

/** One of our own services, ready when its readiness probe says so. */
public final class SpringService implements Program {
  private static final String G1 = "-XX:+UseG1GC";

  /** Without G1's barriers and threads taking a batch costs a quarter less on two cores. */
  private static final String PARALLEL = "-XX:+UseParallelGC";

  private final String name;
  private final Supplier<Path> jar;
  private final String heap;
  private final String collector;
  private final Path folder;
  private final int port;
  private final int managementPort;
  private final Map<String, String> environment;

  private SpringService(
      String name,
      Supplier<Path> jar,
      String heap,
      String collector,
      Path folder,
      int port,
      int managementPort,
      Map<String, String> environment) {
    this.name = name;
    this.jar = jar;
    this.heap = heap;
    this.collector = collector;
    this.folder = folder;
    this.port = port;
    this.managementPort = managementPort;
    this.environment = environment;
  }

  /**
   * The service that takes events.
   *
   * @param jar where its unpacked jar is; asked for at each start
   * @param folder its working directory, where it may keep files
   */
  public static SpringService ingestion(
      Supplier<Path> jar, Path folder, Ports ports, Map<String, String> environment) {
    return new SpringService(
        "ingestion",
        jar,
        "512m",
        PARALLEL,
        folder,
        ports.of(Port.INGESTION),
        ports.of(Port.INGESTION_MANAGEMENT),
        environment);
  }

  /** The service that answers questions; parameters as for {@link #ingestion}. */
  public static SpringService query(
      Supplier<Path> jar, Path folder, Ports ports, Map<String, String> environment) {
    return new SpringService(
        "query",
        jar,
        "384m",
        G1,
        folder,
        ports.of(Port.QUERY),
        ports.of(Port.QUERY_MANAGEMENT),
        environment);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Command prepare() throws IOException {
    Files.createDirectories(folder);
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    variables.put("SERVER_PORT", Integer.toString(port));
    variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
    Path unpacked = jar.get();
    return new JavaCommand(heap)
        .option(collector)
        .compactObjects()
        .classArchive(unpacked.resolveSibling(name + ".jsa"))
        .jar(unpacked)
        .in(folder, variables);
  }

  @Override
  public boolean isHealthy() {
    return Probe.answersOk("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
  }
}
