package viewstream.stack.flink;

import java.io.IOException;
import java.util.List;
import viewstream.stack.network.Probe;
import viewstream.stack.process.Command;
import viewstream.stack.process.JavaCommand;
import viewstream.stack.process.Program;

/**
 * Flink's coordinator, with its web page. It forgets its jobs when it dies; see {@link FlinkJob}.
 */
public final class JobManager implements Program {
  private final FlinkSite site;

  public JobManager(FlinkSite site) {
    this.site = site;
  }

  @Override
  public String name() {
    return "job-manager";
  }

  @Override
  public Command prepare() throws IOException {
    return site.command(
        name(),
        new JavaCommand(FlinkConfiguration.JOB_MANAGER_HEAP_MIB + "m").small(),
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        List.of());
  }

  @Override
  public boolean isHealthy() {
    return Probe.answersOk(site.web() + "/overview");
  }
}
