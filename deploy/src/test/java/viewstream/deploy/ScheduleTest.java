package viewstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rollup runs again and again, whatever became of the last run, until it is told to stop. */
class ScheduleTest {
  @TempDir Path folder;

  @Test
  void runsAgainAndNotesGoodRuns() throws Exception {
    Process schedule = schedule("echo", "rolled");
    try (BufferedReader output = schedule.inputReader()) {
      assertThat(output.readLine()).isEqualTo("rolled");
      assertThat(output.readLine()).isEqualTo("rolled");
      assertThat(folder.resolve("last")).exists();
      assertEndsWhenAsked(schedule);
    }
  }

  @Test
  void saysThatARunFailedAndTriesAgain() throws Exception {
    Process schedule = schedule("false");
    try (BufferedReader output = schedule.inputReader()) {
      assertThat(output.readLine()).isEqualTo("the rollup failed; next try in 0.05s");
      assertThat(output.readLine()).isEqualTo("the rollup failed; next try in 0.05s");
      assertThat(folder.resolve("last")).doesNotExist();
      assertEndsWhenAsked(schedule);
    }
  }

  private Process schedule(String... command) throws IOException {
    String[] words = new String[command.length + 2];
    words[0] = Repository.file("deploy/rollup/schedule.sh").toString();
    words[1] = "0.05s";
    System.arraycopy(command, 0, words, 2, command.length);
    ProcessBuilder program = new ProcessBuilder(words).redirectErrorStream(true);
    program.environment().put("ROLLED", folder.resolve("last").toString());
    return program.start();
  }

  private static void assertEndsWhenAsked(Process schedule) throws InterruptedException {
    schedule.destroy();
    assertThat(schedule.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }
}
