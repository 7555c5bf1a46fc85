package viewstream.stack.flink;

import java.util.Set;

/**
 * A job as the JobManager lists it.
 *
 * @param id 32 hexadecimal digits
 * @param state Flink's own word for it
 * @param runningTasks how many of its tasks run
 * @param totalTasks how many it has
 */
record JobOverview(String id, String state, int runningTasks, int totalTasks) {
  private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED");

  boolean hasEnded() {
    return ENDED.contains(state);
  }

  /** Whether every task of it does its work. */
  boolean isRunning() {
    return state.equals("RUNNING") && totalTasks > 0 && runningTasks == totalTasks;
  }
}
