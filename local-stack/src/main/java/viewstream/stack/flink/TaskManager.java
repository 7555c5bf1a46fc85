package viewstream.stack.flink;

import java.io.IOException;
import java.util.List;
import viewstream.stack.network.Probe;
import viewstream.stack.process.Command;
import viewstream.stack.process.JavaCommand;
import viewstream.stack.process.Program;

/** Flink's worker; it finds the JobManager by itself, whichever of them starts first. */
public final class TaskManager implements Program {
  private final FlinkSite site;

  /** New at each start: the JobManager lists a killed one for a while. Written by the keeper. */
  private volatile String resourceId = "";

  public TaskManager(FlinkSite site) {
    this.site = site;
  }

  @Override
  public String name() {
    return "task-manager";
  }

  @Override
  public Command prepare() throws IOException {
    resourceId = "worker-" + Long.toHexString(System.nanoTime());
    int heap = FlinkConfiguration.FRAMEWORK_HEAP_MIB + FlinkConfiguration.TASK_HEAP_MIB;
    int direct = 2 * FlinkConfiguration.OFF_HEAP_MIB + FlinkConfiguration.NETWORK_MIB;
    return site.command(
        name(),
        new JavaCommand(heap + "m")
            .option("-XX:+UseG1GC")
            .option("-XX:MaxDirectMemorySize=" + direct + "m")
            .option("-XX:MaxMetaspaceSize=" + FlinkConfiguration.METASPACE_MIB + "m"),
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        List.of("-D", "taskmanager.resource-id=" + resourceId));
  }

  /** Whether the JobManager counts on it. */
  @Override
  public boolean isHealthy() {
    return Probe.body(site.web() + "/taskmanagers")
        .filter(list -> list.contains('"' + resourceId + '"'))
        .isPresent();
  }
}
