package viewstream.ingestion.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "example.org",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "1.2.3.4.",
        "",
        ":",
        "x:evil.example.org",
        "dead:beef",
        "fe80::1%eth0",
        "[::1]",
        "1.2.3.4:80",
        "1:2:3:4:5:6:7:8:9",
      })
  void isNoAddress(String text) {
    assertThat(Address.parse(text)).isNull();
  }

  @Test
  void takesIpv4InIpv6AsIpv4() throws UnknownHostException {
    assertThat(Address.parse("::ffff:8.8.8.8")).isEqualTo(InetAddress.getByName("8.8.8.8"));
    assertThat(Address.parse("::ffff:808:808")).isEqualTo(InetAddress.getByName("8.8.8.8"));
    assertThat(Address.parse("2606:4700::1111")).isNotNull();
  }
}
