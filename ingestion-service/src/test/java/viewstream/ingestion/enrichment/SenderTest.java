package viewstream.ingestion.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.schema.event.TrafficClass;

class SenderTest {
  private static final String CHROME =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/139.0.0.0 Safari/537.36";
  private static final long DAY = 20_000;

  @Test
  void theNetworkOfAServerSaysNothingAboutTheViewersItSpeaksFor(@TempDir Path folder) {
    var own = new TrafficProperties(Set.of("ann"), List.of("10.0.0.0/8"));
    Senders senders =
        TestSenders.knowing(folder, own, new IngestionMetrics(new SimpleMeterRegistry()));
    Sender server = senders.of("10.1.2.3", CHROME, true);

    assertThat(server.trafficClass(true, null)).isEqualTo(TrafficClass.human);
    assertThat(server.trafficClass(true, "ann")).isEqualTo(TrafficClass.internal);
    assertThat(server.spokenFor("10.9.9.9", null).trafficClass(true, null))
        .isEqualTo(TrafficClass.internal);
    assertThat(senders.of("10.1.2.3", CHROME, false).trafficClass(true, null))
        .isEqualTo(TrafficClass.internal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:DB8::1", "2001:db8:0:0:0:0:0:1", "2001:0db8::0001"})
  void aStrangerIsTheSameHoweverTheAddressIsWritten(String address) {
    Senders senders = TestSenders.create();

    assertThat(senders.of(address, "x", false).strangerOn(DAY))
        .isEqualTo(senders.of("2001:db8::1", "x", false).strangerOn(DAY))
        .isNotEqualTo(senders.of("2001:db8::2", "x", false).strangerOn(DAY));
    assertThat(senders.of("::ffff:203.0.113.7", "x", false).strangerOn(DAY))
        .isEqualTo(senders.of("203.0.113.7", "x", false).strangerOn(DAY));
    assertThat(senders.of("unknown", "x", false).strangerOn(DAY))
        .isNotEqualTo(senders.of("hidden", "x", false).strangerOn(DAY));
  }
}
