package viewstream.stack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import viewstream.stack.Checkout;
import viewstream.stack.access.Secrets;
import viewstream.stack.access.Token;
import viewstream.stack.demo.DemoCatalogue;
import viewstream.stack.demo.DemoPage;
import viewstream.stack.demo.DemoTraffic;
import viewstream.stack.network.Port;
import viewstream.stack.network.PortLease;
import viewstream.stack.network.Ports;
import viewstream.stack.network.Probe;
import viewstream.stack.supervisor.Fleet;

@Command(
    name = "demo",
    description =
        "Starts the fleet, a page to open and some simulated viewers. Ctrl-C ends it all.")
final class DemoCommand implements Callable<Integer> {
  private static final Pattern VIEWS = Pattern.compile("\"views\"\\s*:\\s*(\\d+)");
  private static final Duration TOKEN_LIFE = Duration.ofHours(12);
  private static final long REPORT_MILLIS = 5_000;

  @Mixin private DataOption data = new DataOption();

  @Mixin private StartOptions options = new StartOptions();

  @Option(
      names = "--viewers",
      description = "how many simulated viewers (default: ${DEFAULT-VALUE})",
      defaultValue = "200")
  private int viewers;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Fleet fleet = new Fleet(data.folder());
    int pagePort = pagePort();
    if (!fleet.isRunning()) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(fleet), "end-of-demo"));
    }
    new FleetStart(data.folder(), options, out).run();
    Ports ports = fleet.ports();
    Secrets secrets = KeysCommand.secrets(data.folder());
    String ingestion = ports.http(Port.INGESTION);
    try (HttpClient client = HttpClient.newHttpClient();
        DemoTraffic traffic =
            new DemoTraffic(client, ingestion, secrets.writeKey(), viewers, Clock.systemUTC());
        DemoPage page = page(pagePort, ports, secrets)) {
      new DemoCatalogue(client, ingestion, secrets.secretKey()).put();
      page.start();
      traffic.start();
      Addresses.print(fleet.status().parts(), ports, out);
      out.printf(
          "%nopen %s and press play; Ctrl-C ends everything%n%n", "http://127.0.0.1:" + pagePort);
      while (fleet.isRunning()) {
        out.println(report(traffic, ports.http(Port.QUERY)));
        out.flush();
        Thread.sleep(REPORT_MILLIS);
      }
    }
    out.println("the fleet has been ended from elsewhere");
    return Viewstream.FAILED;
  }

  private int pagePort() {
    int port = options.ports().getOrDefault(Port.DEMO, Port.DEMO.usual());
    if (!PortLease.isFree(port)) {
      throw new PortTakenException("the demo page", Port.DEMO, port);
    }
    return port;
  }

  private static DemoPage page(int port, Ports ports, Secrets secrets) {
    Path sdk = Checkout.locate().root().resolve("player-sdk");
    Map<String, String> config =
        Map.of(
            "ingestion_url", ports.http(Port.INGESTION),
            "query_url", ports.http(Port.QUERY),
            "write_key", secrets.writeKey(),
            "video_id", "demo-video",
            "channel_id", "demo-channel",
            "token",
                new Token(secrets, Clock.systemUTC())
                    .forChannels(List.of("demo-channel"), TOKEN_LIFE));
    return new DemoPage(port, sdk.resolve("demo"), sdk.resolve("dist"), config);
  }

  private static String report(DemoTraffic traffic, String query) {
    return "%,8d events sent  %,4d refused  |  views of demo-video: %s, of harbour-at-night: %s"
        .formatted(
            traffic.accepted(),
            traffic.failed(),
            views(query, "demo-video"),
            views(query, "harbour-at-night"));
  }

  private static String views(String query, String video) {
    return Probe.body(query + "/api/v1/videos/" + video + "/views")
        .map(VIEWS::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .orElse("-");
  }

  private static void end(Fleet fleet) {
    try {
      if (fleet.end()) {
        System.out.println("the fleet has ended; its data stays");
      }
    } catch (IOException failed) {
      System.err.println("the fleet could not be ended: " + failed.getMessage());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
