package viewstream.ingestion.fire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM cannot throw away. Its own metric of that is 0 until the old generation has been
 * collected, which with the parallel collector may be never.
 */
final class LiveHeap {
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

  /** The last line of the histogram: instances and bytes of all classes. */
  private static final Pattern TOTAL =
      Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);

  private LiveHeap() {}

  /** Has a process collect all of its heap; bytes that are left. */
  static long bytes(ProcessHandle process) throws IOException {
    Process jcmd =
        new ProcessBuilder(
                JCMD.toString(), Long.toString(process.pid()), "GC.class_histogram", "-parallel=1")
            .redirectErrorStream(true)
            .start();
    String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new IOException("no histogram of the heap: " + histogram);
    }
    return Long.parseLong(total.group(1));
  }
}
