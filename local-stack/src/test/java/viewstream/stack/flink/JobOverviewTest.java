package viewstream.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobOverviewTest {
  private static final String ANSWER =
      """
      {"jobs":[
        {"jid":"aa","name":"viewstream","start-time":1,"end-time":-1,"duration":5,"state":"RUNNING",
         "last-modification":2,"tasks":{"running":2,"canceling":0,"total":3,"created":1}},
        {"jid":"bb","name":"viewstream","start-time":1,"end-time":2,"duration":5,"state":"FAILED",
         "last-modification":2,"tasks":{"running":0,"total":3}}]}
      """
          .replace("\n", "");

  @Test
  void readsWhatFlinkAnswers() {
    assertThat(JobOverview.list(ANSWER))
        .containsExactly(
            new JobOverview("aa", "RUNNING", 2, 3), new JobOverview("bb", "FAILED", 0, 3));
  }

  @Test
  void noJobsAreNoJobs() {
    assertThat(JobOverview.list("{\"jobs\":[]}")).isEmpty();
  }

  @Test
  void aJobRunsWhenAllItsTasksDo() {
    assertThat(new JobOverview("aa", "RUNNING", 2, 3).isRunning()).isFalse();
    assertThat(new JobOverview("aa", "RUNNING", 3, 3).isRunning()).isTrue();
  }
}
