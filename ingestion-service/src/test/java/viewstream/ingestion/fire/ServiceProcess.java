package viewstream.ingestion.fire;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.Metrics;
import viewstream.stack.Checkout;
import viewstream.stack.network.Port;
import viewstream.stack.network.PortLease;
import viewstream.stack.network.Ports;
import viewstream.stack.process.Launcher;
import viewstream.stack.process.ProcessLedger;
import viewstream.stack.process.SupervisedProcess;
import viewstream.stack.service.SpringService;

/** The service in a process that can be killed; it is started again by itself. */
final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final PortLease lease = new PortLease();
  private final Ports ports;
  private final Launcher launcher;
  private final SupervisedProcess process;

  private ServiceProcess(Path folder, Map<String, String> environment) throws IOException {
    var numbers = new EnumMap<Port, Integer>(Port.class);
    numbers.put(Port.INGESTION, lease.lease());
    numbers.put(Port.INGESTION_MANAGEMENT, lease.lease());
    this.ports = new Ports(numbers);
    this.launcher = new Launcher(folder, new ProcessLedger(folder.resolve("run")));
    this.process =
        new SupervisedProcess(
            SpringService.ingestion(
                () ->
                    Checkout.locate().built("ingestion-service", "exec/ingestion-service-exec.jar"),
                folder,
                ports,
                environment),
            launcher);
  }

  /** Starts it in a folder, where its spool and its log are; returns when it is ready. */
  static ServiceProcess start(
      Path folder, String kafka, String registry, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("VIEWSTREAM_KAFKA_BOOTSTRAP_SERVERS", kafka);
    environment.put("VIEWSTREAM_SCHEMA_REGISTRY_URL", registry);
    environment.put("VIEWSTREAM_KEYS_WRITE", Ingestion.WRITE_KEY);
    environment.put("VIEWSTREAM_KEYS_SECRET", Ingestion.SECRET_KEY);
    environment.put("VIEWSTREAM_KEYS_PSEUDONYM", Ingestion.PSEUDONYM_KEY);
    environment.putAll(more);
    try {
      ServiceProcess service = new ServiceProcess(Files.createDirectories(folder), environment);
      service.startAgain();
      service.awaitReady();
      return service;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  int port() {
    return ports.of(Port.INGESTION);
  }

  boolean isReady() {
    return process.isHealthy();
  }

  void awaitReady() {
    await("a ready service").atMost(PATIENCE).until(this::isReady);
  }

  /** SIGKILL. It comes back by itself. */
  void kill() {
    process.kill();
  }

  /** SIGTERM, and if need be SIGKILL half a minute later. */
  void stop() {
    process.stop();
  }

  void startAgain() {
    process.start();
  }

  double metric(String name) {
    return Metrics.read(
        URI.create(ports.http(Port.INGESTION_MANAGEMENT) + "/actuator/prometheus"), name);
  }

  /** Returns when Kafka has acknowledged all that is in the spool. */
  void awaitEmptySpool() {
    await("an empty spool")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> metric("viewstream_ingestion_spool_records") == 0);
  }

  /** Memory and processor time, from the kernel. */
  ProcessUsage usage() {
    return ProcessUsage.of(process.running().orElseThrow());
  }

  /** Bytes of its heap that are in use after all of it has been collected. */
  long liveHeap() throws IOException {
    return LiveHeap.bytes(process.running().orElseThrow());
  }

  @Override
  public void close() {
    process.stop();
    launcher.close();
    try {
      lease.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
