package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is counted by player. */
class ConformanceTest {
  private final Reports reports = new Reports();

  @Test
  void whoeverNamesNoPlayerIsCountedUnderTheBrowser() {
    reports.process("e=t", "{}");

    assertThat(reports.conformance().players())
        .singleElement()
        .satisfies(
            player -> {
              assertThat(player.player()).isEqualTo("unknown");
              assertThat(player.rejected()).isEqualTo(1);
              assertThat(player.issues())
                  .extracting(ConformanceReply.OfIssue::issue)
                  .contains("rejected", "missing_key");
            });
  }

  @Test
  void floodsOfInventedPlayersAndKeysAreCountedTogether() {
    for (int i = 0; i < 1_000; i++) {
      reports.process("e=t,foo" + i, "{\"player\":\"p" + i + "\"}");
      reports.process("e=t,foo" + i, "{\"player\":\"p\"}");
    }

    List<ConformanceReply.OfPlayer> players = reports.conformance().players();
    assertThat(players).hasSizeBetween(200, 202);
    assertThat(players).allSatisfy(player -> assertThat(player.issues()).hasSizeLessThan(110));
    assertThat(players.stream().mapToLong(ConformanceReply.OfPlayer::rejected).sum())
        .isEqualTo(2_000);
  }
}
