package viewstream.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.stack.Checkout;
import viewstream.stack.DataFolder;
import viewstream.stack.network.PortLease;
import viewstream.stack.network.Probe;
import viewstream.stack.process.JavaCommand;

/** The commands as a user gives them, on a fleet of one part. */
class CommandLineIT {
  @TempDir private Path folder;

  private PortLease lease;
  private int port;

  @BeforeEach
  void choosePort() throws IOException {
    lease = new PortLease();
    port = lease.lease();
  }

  @AfterEach
  void end() throws Exception {
    run("down", "--purge");
    lease.close();
  }

  @Test
  void dataSurvivesDownAndUpButNotPurge() throws Exception {
    assertThat(up().exitCode()).isZero();
    redis("SET greeting hello", "+OK");

    run("down");
    assertThat(run("status").exitCode()).isEqualTo(Viewstream.NOT_RUNNING);
    assertThat(children()).isEmpty();

    assertThat(up().output()).contains("redis", "ready", "redis://127.0.0.1:" + port);
    redis("EXISTS greeting", ":1");

    run("down", "--purge");
    up();
    redis("EXISTS greeting", ":0");
  }

  @Test
  void aSecondUpSaysThatTheFleetRuns() throws Exception {
    up();
    long process = children().get("redis").pid();

    Outcome second = up();

    assertThat(second.exitCode()).isZero();
    assertThat(second.output()).contains("already running");
    assertThat(children().get("redis").pid()).isEqualTo(process);
    assertThat(run("status").output()).contains("redis", "healthy", Long.toString(process));
  }

  @Test
  void aKilledSupervisorTakesItsChildrenAlongAndUpWorksAgain() throws Exception {
    up();
    ProcessHandle redis = children().get("redis");
    ProcessHandle supervisor = redis.parent().orElseThrow();

    supervisor.destroyForcibly();
    supervisor.onExit().join();

    await().until(() -> !redis.isAlive());
    assertThat(run("status").exitCode()).isEqualTo(Viewstream.NOT_RUNNING);
    assertThat(up().exitCode()).isZero();
  }

  @Test
  void aBusyPortIsNamedWithThePartThatWantsIt() throws Exception {
    try (ServerSocket squatter = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      Outcome outcome = up();

      assertThat(outcome.exitCode()).isEqualTo(Viewstream.PORT_TAKEN);
      assertThat(outcome.output())
          .contains("port " + squatter.getLocalPort(), "redis wants it", "--port redis=");
    }
  }

  @Test
  void aPartThatCannotStartEndsTheFleetWithItsReason() throws Exception {
    Path damaged = Files.createDirectories(data().of("redis")).resolve("appendonly.aof");
    Files.writeString(damaged, "this is not what Redis writes");

    Outcome outcome = up();

    assertThat(outcome.exitCode()).isEqualTo(Viewstream.FAILED);
    assertThat(outcome.output()).contains("redis ended with exit code", "Bad file format");
    assertThat(children()).isEmpty();
  }

  @Test
  void printsKeysForAShellToRead() throws Exception {
    assertThat(run("keys").output()).matches("write_key=wk_[\\w-]+\nsecret_key=sk_[\\w-]+\n");
  }

  @Test
  void anUnknownPartIsAnsweredWithTheKnownOnes() throws Exception {
    Outcome outcome = run("up", "--only", "mysql");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output()).contains("mysql", "kafka, redis");
  }

  private Outcome up() throws Exception {
    return run("up", "--only", "redis", "--port", "redis=" + port);
  }

  private Outcome run(String command, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of(command, "--data-dir", data().root().toString()));
    arguments.addAll(List.of(more));
    Process process =
        new ProcessBuilder(
                new JavaCommand("64m")
                    .small()
                    .main(Checkout.locate().ownClassPath(), Viewstream.class.getName())
                    .arguments(arguments)
                    .words())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  private Map<String, ProcessHandle> children() throws IOException {
    return data().children().running();
  }

  private DataFolder data() {
    return new DataFolder(folder.resolve("data"));
  }

  private void redis(String command, String answer) {
    byte[] request = (command + "\r\n").getBytes(StandardCharsets.US_ASCII);
    assertThat(Probe.exchange(port, request, answer.length()))
        .hasValueSatisfying(
            bytes -> assertThat(new String(bytes, StandardCharsets.US_ASCII)).isEqualTo(answer));
  }

  private record Outcome(int exitCode, String output) {}
}
