package viewstream.stack.flink;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A job as the JobManager lists it.
 *
 * @param id 32 hexadecimal digits
 * @param state Flink's own word for it
 * @param runningTasks how many of its tasks run
 * @param totalTasks how many it has
 */
public record JobOverview(String id, String state, int runningTasks, int totalTasks) {
  private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED");
  private static final Pattern JOB =
      Pattern.compile("\"jid\":\"(\\w+)\".*?\"state\":\"(\\w+)\".*?\"tasks\":\\{(.*?)}");
  private static final Pattern RUNNING = Pattern.compile("\"running\":(\\d+)");
  private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

  /**
   * Reads the answer to {@code /jobs/overview}. By patterns, so that no JSON library comes to those
   * who use the stack in their tests.
   */
  static List<JobOverview> list(String json) {
    return JOB.matcher(json).results().map(JobOverview::read).toList();
  }

  /** Whether nothing will come of it any more. */
  public boolean hasEnded() {
    return ENDED.contains(state);
  }

  /** Whether every task of it does its work. */
  public boolean isRunning() {
    return state.equals("RUNNING") && totalTasks > 0 && runningTasks == totalTasks;
  }

  private static JobOverview read(MatchResult job) {
    return new JobOverview(
        job.group(1), job.group(2), count(RUNNING, job.group(3)), count(TOTAL, job.group(3)));
  }

  private static int count(Pattern name, String tasks) {
    Matcher number = name.matcher(tasks);
    return number.find() ? Integer.parseInt(number.group(1)) : 0;
  }
}
