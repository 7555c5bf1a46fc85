package viewstream.benchmarks.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import viewstream.benchmarks.harness.Subject;
import viewstream.stack.Checkout;
import viewstream.stack.DataFolder;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;
import viewstream.stack.network.PortLease;
import viewstream.stack.network.Ports;
import viewstream.stack.process.Folders;
import viewstream.system.api.Reply;
import viewstream.system.traffic.IngestClient;
import viewstream.system.traffic.Video;

/** Some parts of the product on free ports and a folder of their own, and what they spend. */
public final class Fleet implements AutoCloseable {
  private final PortLease lease = new PortLease();
  private final DataFolder data;
  private final LocalStack stack;

  private Fleet(Set<Part> parts) throws IOException {
    Path target = Files.createDirectories(target());
    data = new DataFolder(Files.createTempDirectory(target, "fleet-"));
    stack = LocalStack.start(data, Ports.free(lease), parts, progress -> {});
  }

  /** Starts these parts and all they need; returns when they are healthy. */
  public static Fleet start(Part... parts) throws IOException {
    return new Fleet(Set.of(parts));
  }

  /** Where benchmarks keep what they write. */
  public static Path target() {
    return Checkout.locate().root().resolve("benchmarks/target");
  }

  public LocalStack stack() {
    return stack;
  }

  public String address(Part part) {
    return stack.address(part);
  }

  /** A file of this fleet, gone when it is closed. */
  public Path file(String name) {
    return data.root().resolve(name);
  }

  /** Every process of the fleet, by the name of its part. */
  public List<Subject> subjects() throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (String name : data.children().running().keySet()) {
      subjects.add(new Subject(name, () -> data.children().running(name).orElseThrow()));
    }
    return subjects;
  }

  /** Has ClickHouse execute a statement, however long it takes; returns its answer. */
  public String sql(String statement) throws IOException {
    return new String(bytes(statement), StandardCharsets.UTF_8).strip();
  }

  /** Has ClickHouse execute a statement; returns its answer as it is. */
  public byte[] bytes(String statement) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(address(Part.CLICKHOUSE)).toURL().openConnection();
    connection.setDoOutput(true);
    connection.getOutputStream().write(statement.getBytes(StandardCharsets.UTF_8));
    boolean done = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    try (InputStream body = done ? connection.getInputStream() : connection.getErrorStream()) {
      byte[] answer = body.readAllBytes();
      if (!done) {
        throw new IOException(new String(answer, StandardCharsets.UTF_8) + " in " + statement);
      }
      return answer;
    }
  }

  /** Has ClickHouse count. */
  public long count(String statement) throws IOException {
    return Long.parseLong(sql(statement));
  }

  /** Puts videos into the catalogue. */
  public void catalog(List<Video> videos) throws IOException {
    var secrets = stack.secrets();
    Reply reply =
        new IngestClient(address(Part.INGESTION), secrets.writeKey(), secrets.secretKey())
            .catalog(videos);
    if (!reply.successful()) {
      throw new IOException("the catalogue answers " + reply);
    }
  }

  @Override
  public void close() throws IOException {
    stack.close();
    Folders.delete(data.root());
    lease.close();
  }
}
