package viewstream.rollup.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockHolderTest {
  private static final LockHolder SELF = LockHolder.self();

  @Test
  void isReadAsItIsWritten() {
    assertThat(LockHolder.parse(SELF.toString())).isEqualTo(SELF);
    assertThat(LockHolder.parse("someone else")).isNull();
    assertThat(LockHolder.parse("a b c d")).isNull();
  }

  @Test
  void thisProcessIsAlive() {
    assertThat(SELF.isDead()).isFalse();
  }

  @Test
  void aLaterProcessOfTheSameIdIsAnother() {
    assertThat(new LockHolder(SELF.host(), SELF.pid(), SELF.startMillis() - 1, "id").isDead())
        .isTrue();
  }

  @Test
  void nothingIsKnownOfProcessesOfOtherMachines() {
    assertThat(new LockHolder("elsewhere", 1, 0, "id").isDead()).isFalse();
  }
}
