package viewstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job comes back from the newest checkpoint that is complete. */
class JobManagerTest {
  private static final String JOB = "--job-classname viewstream.flink.ViewstreamJob";

  @TempDir Path checkpoints;

  @Test
  void startsAfreshWithoutACheckpoint() throws Exception {
    Files.createDirectories(checkpoints.resolve("job-a/chk-1"));

    assertThat(start()).isEqualTo("standalone-job " + JOB + " --jobs all\n");
  }

  @Test
  void goesOnFromTheNewestThatIsComplete() throws Exception {
    complete("job-a/chk-9", 1);
    complete("job-b/chk-3", 2);
    complete("job-b/chk-4", 3);
    Files.createDirectories(checkpoints.resolve("job-b/chk-5"));

    assertThat(start())
        .isEqualTo(
            "standalone-job %s --fromSavepoint %s --jobs all\n"
                .formatted(JOB, checkpoints.resolve("job-b/chk-4")));
    assertThat(checkpoints.resolve("job-a")).doesNotExist();
    assertThat(checkpoints.resolve("job-b/chk-3")).exists();
  }

  private void complete(String checkpoint, long second) throws IOException {
    Path folder = Files.createDirectories(checkpoints.resolve(checkpoint));
    Path metadata = Files.createFile(folder.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(1000 * second));
  }

  /** What the image's own entry point is told. */
  private String start() throws InterruptedException {
    Run run =
        Run.in(
            Repository.ROOT,
            Map.of("FLINK_ENTRYPOINT", "echo"),
            List.of("deploy/flink/job-manager.sh", checkpoints.toString(), "--jobs", "all"));
    assertThat(run.exitCode()).as(run.output()).isZero();
    return run.output();
  }
}
