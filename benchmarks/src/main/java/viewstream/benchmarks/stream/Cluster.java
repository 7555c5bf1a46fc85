package viewstream.benchmarks.stream;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.fleet.Progress;
import viewstream.stack.Checkout;
import viewstream.stack.Part;
import viewstream.stack.flink.FlinkRest;
import viewstream.stack.flink.JobOverview;

/** The fleet's Flink cluster with one jar that holds the product's job and the discarding one. */
final class Cluster {
  /** By name: the classes themselves can be loaded on the cluster only. */
  private static final List<String> ADDED = List.of("DiscardJob.class", "DiscardJob$Values.class");

  private final FlinkRest rest;
  private final String jar;

  Cluster(Fleet fleet) throws IOException, InterruptedException {
    rest = new FlinkRest(fleet.address(Part.JOB_MANAGER));
    jar = rest.upload(jar(fleet.file("jobs.jar")));
  }

  /** Starts a job afresh; returns its id when all its tasks run, or it has ended already. */
  String start(String mainClass, List<String> arguments) throws Exception {
    String id = rest.run(jar, mainClass, arguments, Optional.empty());
    Progress.await(
        "job " + id + " to run",
        () -> job(id).filter(job -> job.isRunning() || job.hasEnded()).isPresent());
    return id;
  }

  void awaitEnd(String id) throws Exception {
    Progress.await(
        "job " + id + " to end", () -> job(id).filter(JobOverview::hasEnded).isPresent());
  }

  void cancel(String id) throws Exception {
    rest.cancel(id);
    awaitEnd(id);
  }

  private Optional<JobOverview> job(String id) {
    return rest.jobs().stream().flatMap(List::stream).filter(job -> job.id().equals(id)).findAny();
  }

  /** Both jobs read with the very same connector, because they are in the very same jar. */
  private static Path jar(Path copy) throws IOException {
    Files.copy(
        Checkout.locate().built("flink-jobs", "flink-jobs-all.jar"),
        copy,
        StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of())) {
      Path folder = zip.getPath(Cluster.class.getPackageName().replace('.', '/'));
      Files.createDirectories(folder);
      for (String added : ADDED) {
        try (InputStream bytes = Cluster.class.getResourceAsStream(added)) {
          Files.copy(bytes, folder.resolve(added));
        }
      }
    }
    return copy;
  }
}
