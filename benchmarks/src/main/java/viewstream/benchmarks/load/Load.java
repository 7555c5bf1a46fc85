package viewstream.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import viewstream.benchmarks.fleet.Chunks;
import viewstream.benchmarks.fleet.Worker;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.harness.Spread;
import viewstream.benchmarks.harness.Subject;

/** A load generator as the process that asked for it sees it. */
public final class Load implements AutoCloseable {
  /** Name of its subject. */
  public static final String NAME = "load";

  /** Median latency of a block's requests, in milliseconds. */
  public static final String P50 = "p50";

  /** The latency that one request in a hundred exceeds, in milliseconds. */
  public static final String P99 = "p99";

  private final Worker worker;

  private Load(Worker worker) {
    this.worker = worker;
  }

  /**
   * Starts one that speaks HTTP.
   *
   * @param requests whole requests, byte by byte
   * @param file where they are handed over
   */
  public static Load http(String address, int connections, List<byte[]> requests, Path file)
      throws IOException {
    return http(NAME, address, connections, requests, file);
  }

  /** Starts one of another name; the other parameters as above. */
  public static Load http(
      String name, String address, int connections, List<byte[]> requests, Path file)
      throws IOException {
    return start(name, address, Protocol.HTTP, connections, requests, file);
  }

  /** Starts one that has Redis GET these keys; parameters as for {@link #http}. */
  public static Load redis(String address, int connections, List<String> keys, Path file)
      throws IOException {
    List<byte[]> requests = keys.stream().map(Protocol::get).toList();
    return start("redis-load", address, Protocol.RESP, connections, requests, file);
  }

  private static Load start(
      String name,
      String address,
      Protocol protocol,
      int connections,
      List<byte[]> requests,
      Path file)
      throws IOException {
    URI server = URI.create(address);
    return new Load(
        Worker.start(
            name,
            LoadGenerator.class,
            List.of(
                server.getHost(),
                Integer.toString(server.getPort()),
                protocol.name(),
                Integer.toString(connections),
                Chunks.write(file, requests).toString())));
  }

  /**
   * Sends the next requests as fast as they are answered.
   *
   * @throws IOException when one gets another answer than the wanted one
   */
  public Done send(int requests) throws IOException {
    return send(requests, 0);
  }

  /** Sends the next requests at a steady rate, per second. */
  public Done send(int requests, int rate) throws IOException {
    Answer answer = Answer.parse(worker.ask(requests + " " + rate));
    if (answer.failed > 0) {
      throw new IOException("%d of %d requests failed".formatted(answer.failed, requests));
    }
    return new Done(requests, Map.of(P50, answer.p50, P99, answer.p99));
  }

  public Subject subject() {
    return worker.subject();
  }

  @Override
  public void close() {
    worker.close();
  }

  /** What the generator says about a block: {@code failed p50 p99}, milliseconds. */
  record Answer(int failed, double p50, double p99) {
    static Answer of(int failed, double[] millis) {
      return new Answer(failed, Spread.percentile(millis, 50), Spread.percentile(millis, 99));
    }

    static Answer parse(String line) {
      String[] words = line.split(" ", -1);
      return new Answer(
          Integer.parseInt(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }

    @Override
    public String toString() {
      return failed + " " + p50 + " " + p99;
    }
  }
}
