package viewstream.rollup.day;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Draws one bar per day. */
final class ProgressOnTerminal implements Steps {
  private final PrintWriter out;
  private @Nullable ProgressBar bar;

  ProgressOnTerminal(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begins(String subject, int number, int total, String name) {
    ProgressBar drawn = bar;
    if (drawn == null) {
      drawn = new ProgressBarBuilder().setTaskName(subject).setInitialMax(total).hideEta().build();
      bar = drawn;
    }
    drawn.stepTo(number - 1L);
    drawn.setExtraMessage(name);
  }

  @Override
  public void done(String sentence) {
    if (bar != null) {
      bar.stepTo(bar.getMax());
      bar.setExtraMessage("");
      bar.close();
      bar = null;
    }
    out.println(sentence);
    out.flush();
  }
}
