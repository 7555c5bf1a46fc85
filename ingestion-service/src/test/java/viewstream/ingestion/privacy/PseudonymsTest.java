package viewstream.ingestion.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private static final String OLD = "the-secret-until-november";
  private static final String NEW = "the-secret-from-december-on";
  private static final LocalDate DAY = LocalDate.parse("2026-12-01");
  private static final long BEFORE = DAY.toEpochDay() - 1;
  private static final long AFTER = DAY.toEpochDay();

  private final Pseudonyms old = new Pseudonyms(Secrets.of(OLD));
  private final Pseudonyms fresh = new Pseudonyms(Secrets.of(NEW));
  private final Pseudonyms rotating = new Pseudonyms(new Secrets(OLD, NEW, DAY));

  @Test
  void namesAUserTheSameOnEveryDay() {
    assertThat(old.ofUser("ann", AFTER)).isEqualTo(old.ofUser("ann", BEFORE));
    assertThat(old.ofUser("ann", AFTER)).isNotEqualTo(old.ofUser("bob", AFTER));
  }

  @Test
  void namesAStrangerAnewEachDay() {
    long today = old.ofStranger("192.0.2.1", "Firefox", AFTER);

    assertThat(old.ofStranger("192.0.2.1", "Firefox", AFTER)).isEqualTo(today);
    assertThat(old.ofStranger("192.0.2.1", "Firefox", BEFORE)).isNotEqualTo(today);
    assertThat(old.ofStranger("192.0.2.2", "Firefox", AFTER)).isNotEqualTo(today);
    assertThat(old.ofStranger("192.0.2.1", "Chrome", AFTER)).isNotEqualTo(today);
  }

  @Test
  void changesTheSecretWithTheDayAndNotBefore() {
    assertThat(rotating.ofUser("ann", BEFORE)).isEqualTo(old.ofUser("ann", BEFORE));
    assertThat(rotating.ofUser("ann", AFTER)).isEqualTo(fresh.ofUser("ann", AFTER));
    assertThat(rotating.ofStranger("ip", "ua", BEFORE))
        .isEqualTo(old.ofStranger("ip", "ua", BEFORE));
    assertThat(rotating.ofStranger("ip", "ua", AFTER))
        .isEqualTo(fresh.ofStranger("ip", "ua", AFTER));
    assertThat(rotating.view("wk", "user_id", "ann", "v", BEFORE))
        .isEqualTo(old.view("wk", "user_id", "ann", "v", BEFORE));
    assertThat(rotating.view("wk", "user_id", "ann", "v", AFTER))
        .isEqualTo(fresh.view("wk", "user_id", "ann", "v", AFTER));
  }
}
