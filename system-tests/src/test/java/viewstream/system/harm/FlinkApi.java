package viewstream.system.harm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import viewstream.system.api.Http;
import viewstream.system.api.Json;
import viewstream.system.api.Reply;

/** What a JobManager tells of its jobs. */
public final class FlinkApi {
  private final Http http;

  /**
   * @param address of the REST interface
   */
  public FlinkApi(String address) {
    this.http = new Http(address);
  }

  /** The jobs that have not ended. */
  List<String> jobs() throws IOException {
    return list(get("/jobs/overview"), "jobs").stream()
        .filter(job -> job.get("state").equals("RUNNING"))
        .map(job -> (String) job.get("jid"))
        .toList();
  }

  /** How often the job was restored from a checkpoint, its submission included. */
  long restores(String job) throws IOException {
    Map<?, ?> counts = (Map<?, ?>) get("/jobs/" + job + "/checkpoints").get("counts");
    return ((Number) counts.get("restored")).longValue();
  }

  /** The newest checkpoint that the running job would be restored from. */
  public Checkpoint newestCheckpoint() throws IOException {
    Map<?, ?> completed = latestCheckpoint("completed");
    return completed == null ? restoredCheckpoint() : checkpoint(completed, "latest_ack_timestamp");
  }

  /** The checkpoint that the running job was restored from last. */
  public Checkpoint restoredCheckpoint() throws IOException {
    Map<?, ?> restored = latestCheckpoint("restored");
    if (restored == null) {
      throw new IllegalStateException("the job was never restored");
    }
    return checkpoint(restored, "restore_timestamp");
  }

  private @Nullable Map<?, ?> latestCheckpoint(String kind) throws IOException {
    String path = "/jobs/" + jobs().getFirst() + "/checkpoints";
    return (Map<?, ?>) ((Map<?, ?>) get(path).get("latest")).get(kind);
  }

  private static Checkpoint checkpoint(Map<?, ?> told, String finished) {
    return Checkpoint.of(
        (String) told.get("external_path"), ((Number) told.get(finished)).longValue());
  }

  /**
   * A counter of the job's operators, added up over their tasks.
   *
   * @param metric the end of its name: {@code viewstream.retries}, {@code
   *     Track_views.viewstream.duplicates}
   */
  long sum(String job, String metric) throws IOException {
    long sum = 0;
    for (Map<?, ?> vertex : list(get("/jobs/" + job), "vertices")) {
      String path = "/jobs/%s/vertices/%s/subtasks/metrics".formatted(job, vertex.get("id"));
      List<String> names = new ArrayList<>();
      for (Map<?, ?> known : array(path)) {
        String name = (String) known.get("id");
        if (name.endsWith(metric)) {
          names.add(name);
        }
      }
      for (String name : names) {
        for (Map<?, ?> value : array(path + "?agg=sum&get=" + name)) {
          sum += Math.round(((Number) value.get("sum")).doubleValue());
        }
      }
    }
    return sum;
  }

  private Map<String, Object> get(String path) throws IOException {
    return reply(path).json();
  }

  private List<Map<?, ?>> array(String path) throws IOException {
    return list(new TreeMap<>(Map.of("all", Json.parse(reply(path).body()))), "all");
  }

  private Reply reply(String path) throws IOException {
    Reply reply = http.get(path, Map.of());
    if (!reply.successful()) {
      throw new IOException("GET " + path + " answers " + reply);
    }
    return reply;
  }

  private static List<Map<?, ?>> list(Map<String, Object> json, String field) {
    List<Map<?, ?>> objects = new ArrayList<>();
    ((List<?>) json.get(field)).forEach(element -> objects.add((Map<?, ?>) element));
    return objects;
  }
}
