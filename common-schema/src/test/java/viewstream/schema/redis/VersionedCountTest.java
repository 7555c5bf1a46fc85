package viewstream.schema.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionedCountTest {
  @Test
  void readsWhatItWrites() {
    var value = new VersionedCount(Long.MAX_VALUE, 12);

    assertThat(VersionedCount.parse(value.toString())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", ":7", "7:", "a:b", "-1:2"})
  void refusesOtherText(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> VersionedCount.parse(text));
  }
}
