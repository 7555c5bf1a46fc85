package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.ingestion.running.Tool;

/** Keys are made and changed by the command line; a running service follows at once. */
@ExtendWith(RunningService.class)
class KeysIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private final String name = "key-" + UUID.randomUUID();

  @BeforeAll
  static void letTheClientSendOrigins() {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin");
  }

  @Test
  void aWriteKeyIsGoodFromItsMakingUntilItIsDisabled(Ingestion ingestion, Backend backend) {
    Tool made = Tool.run(backend, "keys", "create", "--kind", "write", "--name", name);
    String key = made.value("write_key");
    assertThat(made.exitCode()).isZero();
    awaitStatus(204, () -> beacon(ingestion, key));

    Tool.run(backend, "keys", "disable", name);
    awaitStatus(410, () -> beacon(ingestion, key));
    assertThat(beacon(ingestion, key).body()).contains("\"code\":\"disabled_key\"");

    Tool.run(backend, "keys", "enable", name);
    awaitStatus(204, () -> beacon(ingestion, key));
  }

  @Test
  void anAllowListKeepsOtherSitesOut(Ingestion ingestion, Backend backend) {
    String key =
        Tool.run(backend, "keys", "create", "--kind=write", "--name", name).value("write_key");
    awaitStatus(204, () -> beacon(ingestion, key));

    Tool.run(backend, "keys", "change", name, "--origins", "https://a.example,https://b.example");
    awaitStatus(403, () -> beacon(ingestion, key));
    assertThat(beacon(ingestion, key, "Origin", "https://b.example").statusCode()).isEqualTo(204);
    assertThat(beacon(ingestion, key, "Origin", "https://c.example").body())
        .contains("\"code\":\"origin_not_allowed\"");

    Tool.run(backend, "keys", "change", name, "--origins", "none");
    awaitStatus(204, () -> beacon(ingestion, key));
  }

  @Test
  void aSecretKeyIsShownOnceAndOpensTheCatalogue(Ingestion ingestion, Backend backend) {
    Tool made = Tool.run(backend, "keys", "create", "--kind", "secret", "--name", name);
    String key = made.value("secret_key");
    awaitStatus(200, () -> putChannel(ingestion, key));

    Tool list = Tool.run(backend, "keys", "list");
    assertThat(list.out()).contains(name).doesNotContain(key);

    Tool.run(backend, "keys", "disable", name);
    awaitStatus(410, () -> putChannel(ingestion, key));
  }

  @Test
  void saysInOneSentenceWhatIsWrong(Backend backend) {
    Tool.run(backend, "keys", "create", "--kind", "write", "--name", name);

    assertFails(Tool.run(backend, "keys", "create", "--kind", "write", "--name", name), name);
    assertFails(Tool.run(backend, "keys", "create", "--kind", "write", "--name", "a b"), "name");
    assertFails(Tool.run(backend, "keys", "create", "--kind", "write", "--name", "server"), "name");
    assertFails(Tool.run(backend, "keys", "disable", "nobody"), "nobody");
    assertFails(Tool.run(backend, "keys", "change", name), "--quota");
    assertFails(Tool.run(backend, "keys", "change", name, "--quota", "many"), "--quota");
    assertFails(Tool.run(backend, "keys", "change", name, "--quota", "0"), "quota");
    assertFails(Tool.run(backend, "keys", "change", name, "--quota", "1", "--burst", "9"), "500");
    assertFails(
        Tool.run(backend, "keys", "change", name, "--origins", "example.org/path"), "https://");
    assertThat(Tool.run(backend, "keys", "create", "--name", name).exitCode()).isEqualTo(2);
    assertThat(Tool.run(backend, "keys", "create", "--help").exitCode()).isZero();
  }

  private static void assertFails(Tool tool, String hint) {
    assertThat(tool.exitCode()).isEqualTo(1);
    assertThat(tool.out()).isEmpty();
    assertThat(tool.err().lines()).singleElement().asString().contains(hint);
  }

  private static void awaitStatus(
      int status, java.util.function.Supplier<HttpResponse<String>> call) {
    await().atMost(AT_ONCE).until(() -> call.get().statusCode() == status);
  }

  private static HttpResponse<String> beacon(Ingestion ingestion, String key, String... headers) {
    HttpRequest.Builder request =
        ingestion
            .request("/api/v1/events/beacon")
            .header("X-Write-Key", key)
            .POST(BodyPublishers.ofString("[]"));
    return ingestion.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpResponse<String> putChannel(Ingestion ingestion, String key) {
    return ingestion.send(
        ingestion
            .request("/api/v1/catalog/channels/c1")
            .header("Authorization", "Bearer " + key)
            .PUT(BodyPublishers.ofString("{\"name\":\"x\"}")));
  }
}
