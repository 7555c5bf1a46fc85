package viewstream.benchmarks.disk;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import viewstream.benchmarks.load.EventRequests;
import viewstream.system.api.Http;

/**
 * What events take as the JSON they came as.
 *
 * @param plain bytes per event
 * @param gzip bytes per event, all of them compressed as one, level 6
 * @param zstd the same with zstd, level 3
 */
record JsonSizes(double plain, double gzip, double zstd) {
  private static final int LEVEL = 3;

  static JsonSizes of(EventRequests traffic) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] request : traffic.requests()) {
      String text = new String(request, StandardCharsets.UTF_8);
      String array = text.substring(text.indexOf("\r\n\r\n") + 4);
      all.writeBytes(
          (array.substring(1, array.length() - 1) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    byte[] json = all.toByteArray();
    double events = traffic.events();
    return new JsonSizes(
        json.length / events,
        Http.gzip(json).length / events,
        Zstd.compress(json, LEVEL).length / events);
  }
}
