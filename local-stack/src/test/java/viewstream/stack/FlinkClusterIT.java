package viewstream.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlinkClusterIT {
  @Test
  void clusterComesBackAfterEitherOfItsProcessesIsKilled() {
    try (LocalStack stack = LocalStack.start(Part.JOB_MANAGER, Part.TASK_MANAGER)) {
      stack.kill(Part.TASK_MANAGER);
      stack.awaitHealthy();

      stack.kill(Part.JOB_MANAGER);
      stack.awaitHealthy();

      assertThat(stack.isHealthy(Part.TASK_MANAGER)).isTrue();
    }
  }
}
