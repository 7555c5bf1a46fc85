package viewstream.system.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import viewstream.stack.DataFolder;
import viewstream.stack.JobVariant;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;
import viewstream.stack.network.Port;
import viewstream.stack.network.PortLease;
import viewstream.stack.network.Ports;
import viewstream.system.api.Http;
import viewstream.system.api.QueryApi;
import viewstream.system.api.Tokens;
import viewstream.system.harm.FlinkApi;
import viewstream.system.harm.RedisClient;
import viewstream.system.harm.Relay;
import viewstream.system.harm.Tables;
import viewstream.system.harm.Witness;
import viewstream.system.traffic.IngestClient;
import viewstream.system.traffic.Video;

/** All parts of the product, running on free ports and a folder of their own. */
public final class Fleet implements AutoCloseable {
  /** Where its folder with all logs stays when it cannot be started. */
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  /** Videos of a catalogue that are asked for: enough to be in each of its partitions. */
  private static final int ASKED = 20;

  private final PortLease lease = new PortLease();
  private final Path folder;
  private final Ports ports;
  private final Relay toClickHouse;
  private final Job job = new Job();
  private LocalStack stack;

  /** Starts all parts; returns when they are healthy. */
  public Fleet() {
    try {
      Files.createDirectories(TARGET);
      folder = Files.createTempDirectory(TARGET, "fleet-");
      ports = Ports.free(lease);
      toClickHouse = new Relay(ports.of(Port.CLICKHOUSE));
      stack = start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private LocalStack start() {
    return LocalStack.start(
        new DataFolder(folder), ports, EnumSet.allOf(Part.class), job, System.out::println);
  }

  /** The fleet's job, which writes to ClickHouse through the relay. */
  private final class Job implements JobVariant {
    private volatile @Nullable Path other;

    @Override
    public String address(Part part, String own) {
      return part == Part.CLICKHOUSE ? "http://127.0.0.1:" + toClickHouse.port() : own;
    }

    @Override
    public Path jar(Path own) {
      Path instead = other;
      return instead == null ? own : instead;
    }
  }

  /** Ends all parts and starts them again on the same folder. */
  public void restart() {
    stack.close();
    stack = start();
  }

  /** The processes themselves. */
  public LocalStack stack() {
    return stack;
  }

  /** What lies between Flink and ClickHouse. */
  public Relay toClickHouse() {
    return toClickHouse;
  }

  public RedisClient redis() {
    return new RedisClient(stack.address(Part.REDIS));
  }

  /** The JobManager. */
  public FlinkApi flink() {
    return new FlinkApi(stack.address(Part.FLINK));
  }

  public Tables tables() {
    return new Tables(stack.address(Part.CLICKHOUSE));
  }

  /** Goes on with another job in place of the fleet's own; returns when it runs. */
  public void runJob(Path jar) {
    job.other = jar;
    resubmit();
  }

  /** Goes on with the fleet's own job. */
  public void runOwnJob() {
    job.other = null;
    resubmit();
  }

  private void resubmit() {
    stack.kill(Part.JOB_MANAGER);
    stack.awaitHealthy(Part.FLINK);
  }

  /** Watches the job from now on. */
  public Witness witness() {
    return new Witness(flink());
  }

  public IngestClient ingestion() {
    return new IngestClient(
        stack.address(Part.INGESTION), stack.secrets().writeKey(), stack.secrets().secretKey());
  }

  public Http ingestionHttp() {
    return new Http(stack.address(Part.INGESTION));
  }

  public Http queryHttp() {
    return new Http(stack.address(Part.QUERY));
  }

  public Http ingestionManagement() {
    return new Http(ports.http(Port.INGESTION_MANAGEMENT));
  }

  public Http queryManagement() {
    return new Http(ports.http(Port.QUERY_MANAGEMENT));
  }

  public Tokens tokens() {
    return new Tokens(stack.secrets().jwtSecret());
  }

  /** As an operator sees it. */
  public QueryApi query() {
    return new QueryApi(stack.address(Part.QUERY), tokens().operator());
  }

  /** Runs the rollup; returns what it printed. */
  public String rollup(String... words) {
    return RollupTool.run(stack, words);
  }

  /** What ClickHouse answers, as lines of columns with tabs between them. */
  public List<String> clickHouse(String sql) {
    try {
      var reply = new Http(stack.address(Part.CLICKHOUSE)).post("/", Map.of(), sql);
      if (!reply.successful()) {
        throw new IllegalStateException("ClickHouse answers " + reply);
      }
      return reply.body().lines().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Puts videos into the catalogue; returns when the query service knows the first of them. */
  public void catalog(List<Video> videos) {
    try {
      var reply = ingestion().catalog(videos);
      if (!reply.successful()) {
        throw new IllegalStateException("the catalogue answers " + reply);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Awaitility.await("the videos are in the catalogue")
        .atMost(Duration.ofSeconds(60))
        .until(() -> videos.stream().limit(ASKED).map(Video::id).allMatch(query()::knows));
  }

  public void catalog(Video video) {
    catalog(List.of(video));
  }

  @Override
  public void close() {
    stack.close();
    toClickHouse.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      lease.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
