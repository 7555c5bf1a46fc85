package viewstream.stack.flink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import viewstream.stack.network.Probe;

/** The few calls of Flink's REST interface that starting and ending a job takes. */
public final class FlinkRest {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final Pattern JOB_ID = Pattern.compile("\"jobid\":\"(\\w+)\"");
  private static final Pattern UPLOADED = Pattern.compile("\"filename\":\"[^\"]*/([^\"/]+)\"");

  private final String web;

  /**
   * @param web the JobManager's address, such as {@code http://127.0.0.1:8088}
   */
  public FlinkRest(String web) {
    this.web = web;
  }

  /** All jobs this JobManager remembers; empty when it does not answer. */
  public Optional<List<JobOverview>> jobs() {
    return Probe.body(web + "/jobs/overview").map(JobOverview::list);
  }

  /**
   * Hands a jar to the cluster; returns the id by which it is run.
   *
   * @throws JobRefusedException when the cluster does not want it
   * @throws IOException when the cluster does not answer
   */
  public String upload(Path jar) throws IOException, InterruptedException {
    String boundary = UUID.randomUUID().toString();
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(
                """
                --%s\r
                Content-Disposition: form-data; name="jarfile"; filename="%s"\r
                Content-Type: application/x-java-archive\r
                \r
                """
                    .formatted(boundary, jar.getFileName())),
            BodyPublishers.ofFile(jar),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    String answer = post("/jars/upload", "multipart/form-data; boundary=" + boundary, body);
    return found(UPLOADED, answer);
  }

  /**
   * Starts a job, from a checkpoint where there is one; returns the job's id.
   *
   * @throws JobRefusedException when its main method or the checkpoint is not as it should be
   * @throws IOException when the cluster does not answer
   */
  public String run(
      String jarId, String mainClass, List<String> arguments, Optional<Path> checkpoint)
      throws IOException, InterruptedException {
    String list = arguments.stream().map(word -> '"' + word + '"').collect(Collectors.joining(","));
    String from = checkpoint.map(path -> ",\"savepointPath\":\"" + path.toUri() + '"').orElse("");
    String request =
        "{\"entryClass\":\"%s\",\"programArgsList\":[%s]%s}".formatted(mainClass, list, from);
    String answer =
        post("/jars/" + jarId + "/run", "application/json", BodyPublishers.ofString(request));
    return found(JOB_ID, answer);
  }

  /**
   * Ends a job, which takes a moment; its checkpoints stay.
   *
   * @throws IOException when the cluster does not answer
   */
  public void cancel(String jobId) throws IOException, InterruptedException {
    send("PATCH", "/jobs/" + jobId, "application/json", BodyPublishers.noBody());
  }

  private static String found(Pattern pattern, String answer) throws IOException {
    Matcher found = pattern.matcher(answer);
    if (!found.find()) {
      throw new IOException("the JobManager names nothing in " + answer);
    }
    return found.group(1);
  }

  private String post(String path, String contentType, BodyPublisher body)
      throws IOException, InterruptedException {
    return send("POST", path, contentType, body);
  }

  private String send(String method, String path, String contentType, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(web + path))
            .timeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", contentType)
            .method(method, body)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new JobRefusedException(response.body());
      }
      return response.body();
    }
  }
}
