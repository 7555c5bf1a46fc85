package viewstream.system.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import viewstream.stack.DataFolder;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;
import viewstream.stack.network.Port;
import viewstream.stack.network.PortLease;
import viewstream.stack.network.Ports;
import viewstream.system.api.Http;
import viewstream.system.api.QueryApi;
import viewstream.system.api.Tokens;
import viewstream.system.traffic.IngestClient;
import viewstream.system.traffic.Video;

/** All parts of the product, running on free ports and a folder of their own. */
public final class Fleet implements AutoCloseable {
  /** Where its folder with all logs stays when it cannot be started. */
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private final PortLease lease = new PortLease();
  private final Path folder;
  private final Ports ports;
  private LocalStack stack;

  /** Starts all parts; returns when they are healthy. */
  public Fleet() {
    try {
      Files.createDirectories(TARGET);
      folder = Files.createTempDirectory(TARGET, "fleet-");
      ports = Ports.free(lease);
      stack = start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private LocalStack start() {
    return LocalStack.start(
        new DataFolder(folder), ports, EnumSet.allOf(Part.class), System.out::println);
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

  /** Puts videos into the catalogue. */
  public void catalog(List<Video> videos) {
    try {
      var reply = ingestion().catalog(videos);
      if (!reply.successful()) {
        throw new IllegalStateException("the catalogue answers " + reply);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Puts a video into the catalogue; returns when the query service knows it. */
  public void catalog(Video video) {
    catalog(List.of(video));
    Awaitility.await(video + " is in the catalogue")
        .atMost(Duration.ofSeconds(60))
        .until(() -> query().knows(video.id()));
  }

  @Override
  public void close() {
    stack.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      lease.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
