package viewstream.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir private Path folder;

  private Checkpoints checkpoints;

  @BeforeEach
  void open() {
    checkpoints = new Checkpoints(folder);
  }

  @Test
  void thereIsNoneAtFirst() throws IOException {
    assertThat(checkpoints.newest()).isEmpty();
    assertThat(new Checkpoints(folder.resolve("absent")).newest()).isEmpty();
  }

  @Test
  void theNewestIsTheOneFinishedLastWhateverItsNumber() throws IOException {
    complete("old/chk-9", 1_000);
    Path newest = complete("new/chk-2", 2_000);

    assertThat(checkpoints.newest()).contains(newest);
  }

  @Test
  void oneWithoutMetadataIsNotComplete() throws IOException {
    Path complete = complete("job/chk-1", 1_000);
    Files.createDirectories(folder.resolve("job/chk-2"));

    assertThat(checkpoints.newest()).contains(complete);
  }

  @Test
  void earlierJobsAreDeletedOnceTheCurrentOneHasItsOwn() throws IOException {
    Path old = complete("old/chk-9", 1_000);
    Files.createDirectories(folder.resolve("current/chk-1"));

    checkpoints.keepOnly("current");
    assertThat(old).exists();

    Path current = complete("current/chk-1", 2_000);
    checkpoints.keepOnly("current");
    assertThat(old).doesNotExist();
    assertThat(current).exists();
  }

  private Path complete(String name, long epochMillis) throws IOException {
    Path checkpoint = Files.createDirectories(folder.resolve(name));
    Path metadata = Files.createFile(checkpoint.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(epochMillis));
    return checkpoint;
  }
}
