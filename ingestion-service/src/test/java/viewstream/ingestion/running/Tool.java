package viewstream.ingestion.running;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import viewstream.ingestion.tool.Tools;

/**
 * What a command line of the jar did.
 *
 * @param exitCode 0 when all went well
 * @param out what it printed
 * @param err what it complained about
 */
public record Tool(int exitCode, String out, String err) {
  /** Runs a tool on a backend. */
  public static Tool run(Backend backend, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Tools.run(
            Map.of(
                "VIEWSTREAM_KAFKA_BOOTSTRAP_SERVERS", backend.kafka(),
                "VIEWSTREAM_SCHEMA_REGISTRY_URL", backend.registry(),
                "VIEWSTREAM_KEYS_PSEUDONYM", Ingestion.PSEUDONYM_KEY),
            new PrintWriter(out),
            new PrintWriter(err),
            arguments);
    return new Tool(exitCode, out.toString(), err.toString());
  }

  /** What stands behind {@code name=} in the output. */
  public String value(String name) {
    return out.lines()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + this));
  }
}
