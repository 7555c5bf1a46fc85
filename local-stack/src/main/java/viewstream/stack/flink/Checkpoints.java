package viewstream.stack.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import viewstream.stack.process.Folders;

/**
 * The checkpoints that stay on disk: {@code JOB/chk-NUMBER/}, complete once they hold a {@code
 * _metadata} file.
 */
final class Checkpoints {
  private static final String COMPLETE = "_metadata";
  private static final int DEPTH = 3;

  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  /** The complete checkpoint that was finished last, of whichever job. */
  Optional<Path> newest() throws IOException {
    return complete().stream()
        .max(Comparator.comparing(Checkpoints::finished))
        .map(Path::getParent);
  }

  /**
   * Deletes what other jobs left, once this one has a complete checkpoint of its own: Flink's first
   * one after a restore is full and needs no earlier files.
   */
  void keepOnly(String jobId) throws IOException {
    if (complete().stream().noneMatch(file -> job(file).equals(jobId))) {
      return;
    }
    List<Path> others;
    try (Stream<Path> jobs = Files.list(folder)) {
      others = jobs.filter(job -> !job.getFileName().toString().equals(jobId)).toList();
    }
    for (Path other : others) {
      Folders.delete(other);
    }
  }

  private List<Path> complete() throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.find(folder, DEPTH, (path, attributes) -> isComplete(path))) {
      return files.toList();
    }
  }

  private static boolean isComplete(Path path) {
    return path.getFileName().toString().equals(COMPLETE);
  }

  private static String job(Path metadata) {
    return metadata.getParent().getParent().getFileName().toString();
  }

  /** The beginning of time for a checkpoint that is deleted meanwhile. */
  private static FileTime finished(Path metadata) {
    try {
      return Files.getLastModifiedTime(metadata);
    } catch (IOException deleted) {
      return FileTime.fromMillis(0);
    }
  }
}
