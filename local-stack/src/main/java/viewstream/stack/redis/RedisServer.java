package viewstream.stack.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import viewstream.stack.network.Probe;
import viewstream.stack.process.Command;
import viewstream.stack.process.Program;

/** A Redis that keeps what it has acknowledged: every write is in its append-only file by then. */
public final class RedisServer implements Program {
  private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final String PONG = "+PONG";

  private final RedisBinary binary;
  private final Path folder;
  private final int port;

  /**
   * @param lib folder of the jar that carries the program, used where none is installed
   * @param folder where its data is kept
   */
  public RedisServer(Path lib, Path folder, int port) {
    this.binary = new RedisBinary(lib);
    this.folder = folder;
    this.port = port;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public Command prepare() throws IOException {
    Files.createDirectories(folder);
    return new Command(
        List.of(
            binary.locate(folder).toString(),
            "--bind",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--dir",
            folder.toString(),
            "--save",
            "",
            "--appendonly",
            "yes",
            "--appendfsync",
            "always"),
        Map.of(),
        folder);
  }

  @Override
  public boolean isHealthy() {
    return Probe.exchange(port, PING, PONG.length())
        .map(answer -> new String(answer, StandardCharsets.US_ASCII).equals(PONG))
        .orElse(false);
  }
}
