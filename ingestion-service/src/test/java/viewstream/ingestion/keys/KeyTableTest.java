package viewstream.ingestion.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.topic.Entry;
import viewstream.schema.event.AccessKey;
import viewstream.schema.event.KeyQuota;
import viewstream.schema.event.TrustedRecords;

class KeyTableTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final KeyTable table = new KeyTable();

  @BeforeAll
  static void trustRecords() {
    TrustedRecords.trust();
  }

  @Test
  void knowsAWriteKeyByItself() {
    NewKey web = NewKey.write("web");
    web.record().setQuota(new KeyQuota(10L, 600L));
    table.put(web.record());

    assertThat(table.ofWriteKey(web.text()))
        .isEqualTo(
            KnownKey.of(new Caller(web.text(), false, new Quota(10, 600)), false, List.of()));
    assertThat(table.ofWriteKey("web")).isNull();
    assertThat(table.ofSecret(web.text())).isNull();
  }

  @Test
  void knowsASecretKeyByItsHashAndCallsItByItsName() {
    NewKey billing = NewKey.secret("billing");
    table.put(billing.record());

    assertThat(table.ofSecret(billing.text()))
        .isEqualTo(KnownKey.of(new Caller("billing", true), false, List.of()));
    assertThat(table.ofWriteKey(billing.text())).isNull();
    assertThat(billing.record().toString()).doesNotContain(billing.text());
  }

  @Test
  void theLastChangeHoldsInWhateverOrderChangesArrive() {
    NewKey web = NewKey.write("web");
    AccessKey later = AccessKey.newBuilder(web.record()).setChangedTime(NOW).build();
    later.setDisabled(true);
    table.put(later);
    table.put(web.record());

    assertThat(table.ofWriteKey(web.text()).disabled()).isTrue();
  }

  @Test
  void aReplacedKeyIsForgotten() {
    NewKey old = NewKey.write("web");
    NewKey replacement = NewKey.write("web");
    table.put(old.record());
    table.put(replacement.record());

    assertThat(table.ofWriteKey(old.text())).isNull();
    assertThat(table.ofWriteKey(replacement.text())).isNotNull();

    table.apply(new Entry<>("web", null, NOW));
    assertThat(table.ofWriteKey(replacement.text())).isNull();
    assertThat(table.all()).isEmpty();
  }

  @Test
  void aQuotaThatIsNoneLeavesTheKeyAsItWas() {
    NewKey web = NewKey.write("web");
    table.put(web.record());
    AccessKey wrong = AccessKey.newBuilder(web.record()).setQuota(new KeyQuota(0L, 0L)).build();

    assertThatThrownBy(() -> table.put(wrong)).isInstanceOf(IllegalArgumentException.class);
    assertThat(table.ofWriteKey(web.text()).caller().quota()).isNull();
    assertThat(table.all()).containsExactly(web.record());
  }

  @Test
  void anOriginMatchesInAnyCase() {
    KnownKey key = KnownKey.of(Caller.ANONYMOUS, false, List.of("https://Videos.example"));

    assertThat(key.allows("https://videos.EXAMPLE")).isTrue();
    assertThat(key.allows("https://videos.example:8443")).isFalse();
    assertThat(key.allows(null)).isFalse();
  }
}
