package viewstream.stack.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;
import viewstream.stack.process.Command;
import viewstream.stack.process.Folders;
import viewstream.stack.process.JavaCommand;

/**
 * What the two processes of a Flink cluster share.
 *
 * @param lib folder of Flink's jars
 * @param folder where configuration, checkpoints and scratch files are kept
 * @param ports of the web page and of the JobManager
 * @param environment given to both processes, and so to the job
 */
public record FlinkSite(Path lib, Path folder, Ports ports, Map<String, String> environment) {
  public FlinkSite {
    environment = Map.copyOf(environment);
  }

  /** The base address of the REST interface and web page. */
  String web() {
    return ports.http(Port.FLINK);
  }

  Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** Scratch space of a process; worthless once the process has ended. */
  Path scratch(String process) {
    return folder.resolve("tmp-" + process);
  }

  /**
   * The command of a process whose scratch space has been emptied.
   *
   * @param settings what this process has in place of the shared configuration
   */
  Command command(String process, JavaCommand java, String mainClass, List<String> settings)
      throws IOException {
    Files.createDirectories(checkpoints());
    Folders.delete(scratch(process));
    Files.createDirectories(scratch(process));
    Path configuration = new FlinkConfiguration(this).write();
    return java.classArchive(lib.resolveSibling(process + ".jsa"))
        .option("--add-opens=java.base/java.util=ALL-UNNAMED")
        .option("--add-opens=java.base/java.lang=ALL-UNNAMED")
        .option("--add-opens=java.base/java.nio=ALL-UNNAMED")
        .option("--enable-native-access=ALL-UNNAMED")
        .option("-Djava.io.tmpdir=" + scratch(process))
        .option("-Dorg.slf4j.simpleLogger.showDateTime=true")
        .option("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS")
        .option("-Dorg.slf4j.simpleLogger.log.org.apache.pekko=warn")
        .option("-Dorg.slf4j.simpleLogger.log.org.apache.kafka=warn")
        .main(lib + "/*", mainClass)
        .arguments(List.of("--configDir", configuration.toString()))
        .arguments(settings)
        .in(folder, environment);
  }
}
