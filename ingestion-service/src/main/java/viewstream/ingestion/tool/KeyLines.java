package viewstream.ingestion.tool;

import java.io.PrintWriter;
import java.util.List;
import viewstream.schema.event.AccessKey;
import viewstream.schema.event.KeyKind;
import viewstream.schema.event.KeyQuota;

/** Shows keys, a line each. */
final class KeyLines {
  private static final String FORMAT = "%-24s %-7s %-40s %-9s %-22s %s";
  private static final int HASH_SHOWN = 12;

  private KeyLines() {}

  static void print(List<AccessKey> keys, PrintWriter out) {
    out.println(FORMAT.formatted("NAME", "KIND", "KEY", "STATE", "QUOTA", "ORIGINS").strip());
    keys.forEach(key -> out.println(of(key)));
  }

  static String of(AccessKey key) {
    return FORMAT
        .formatted(
            key.getName(),
            key.getKind(),
            key.getKind() == KeyKind.write
                ? key.getWriteKey()
                : "sha256:" + key.getSecretSha256().substring(0, HASH_SHOWN) + "…",
            key.getDisabled() ? "disabled" : "enabled",
            quota(key),
            key.getOrigins().isEmpty() ? "all" : String.join(",", key.getOrigins()))
        .strip();
  }

  private static String quota(AccessKey key) {
    KeyQuota quota = key.getQuota();
    return quota == null
        ? "none"
        : "%d/s, burst %d".formatted(quota.getEventsPerSecond(), quota.getBurst());
  }
}
