package viewstream.ingestion.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
  private static final String PROXY = "10.0.0.9";

  private final Proxies proxies =
      new Proxies(new ProxyProperties(List.of("10.0.0.0/8", "2001:db8:1::/48")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8.8.8.8                           | 8.8.8.8",
        "1.1.1.1, 8.8.8.8                  | 8.8.8.8",
        "1.1.1.1, 8.8.8.8, 10.1.2.3        | 8.8.8.8",
        "1.1.1.1, 8.8.8.8, 2001:db8:1::7   | 8.8.8.8",
        "192.168.1.4, 10.1.2.3             | 192.168.1.4",
        "10.7.7.7, 10.1.2.3                | 10.7.7.7",
        "8.8.8.8:4711                      | 8.8.8.8",
        "[2606:4700::1]:80                 | 2606:4700::1",
        "1.1.1.1, nonsense                 | nonsense",
        "1.1.1.1, , 10.1.2.3               | unknown",
      })
  void believesTheLastHopThatNoTrustedProxyHas(String header, String client) {
    assertThat(proxies.client(PROXY, List.of(header), List.of())).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=8.8.8.8                                                   | 8.8.8.8",
        "for=1.1.1.1, For=8.8.8.8;proto=https;by=10.0.0.1              | 8.8.8.8",
        "for=1.1.1.1, FOR=\"8.8.8.8:80\", for=10.1.2.3                 | 8.8.8.8",
        "for=\"[2001:db8:cafe::17]:4711\"                              | 2001:db8:cafe::17",
        "proto=https;for=8.8.8.8                                       | 8.8.8.8",
        "for=1.1.1.1, for=unknown                                      | unknown",
        "for=1.1.1.1, for=_hidden                                      | _hidden",
        "for=1.1.1.1, proto=http                                       | unknown",
        "for=\"1.1.1.1, for=8.8.8.8                                    | unknown",
        "for=\"x, for=8.8.8.8\", for=10.1.2.3                          | 'x, for=8.8.8.8'",
      })
  void readsTheStandardHeaderAsWell(String header, String client) {
    assertThat(proxies.client(PROXY, List.of(), List.of(header))).isEqualTo(client);
  }

  @Test
  void joinsHeadersThatStandTwice() {
    assertThat(proxies.client(PROXY, List.of("1.1.1.1", "8.8.8.8"), List.of()))
        .isEqualTo("8.8.8.8");
  }

  @Test
  void believesNobodyElse() {
    assertThat(proxies.client("8.8.4.4", List.of("1.1.1.1"), List.of("for=1.1.1.1")))
        .isEqualTo("8.8.4.4");
    assertThat(
            new Proxies(new ProxyProperties(List.of()))
                .client("127.0.0.1", List.of("1.1.1.1"), List.of()))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void believesNeitherHeaderWhenTheyDisagree() {
    assertThat(proxies.client(PROXY, List.of("1.1.1.1"), List.of("for=8.8.8.8")))
        .isEqualTo(Proxies.UNKNOWN);
    assertThat(proxies.client(PROXY, List.of("8.8.8.8"), List.of("for=8.8.8.8")))
        .isEqualTo("8.8.8.8");
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/33", "10.0.0/8", "::/129", "proxy.example.org", "10.0.0.0/-1"})
  void refusesToStartWithWhatIsNoNetwork(String network) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Proxies(new ProxyProperties(List.of(network))))
        .withMessageContaining(network);
  }
}
