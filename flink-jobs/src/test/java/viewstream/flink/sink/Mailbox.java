package viewstream.flink.sink;

import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.function.ThrowingRunnable;

/** A mailbox whose mails the test takes out itself; an empty one that is waited on is a failure. */
final class Mailbox implements MailboxExecutor {
  private final Queue<ThrowingRunnable<? extends Exception>> mails = new ArrayDeque<>();

  @Override
  public void execute(
      MailOptions options,
      ThrowingRunnable<? extends Exception> mail,
      String description,
      Object... arguments) {
    mails.add(mail);
  }

  @Override
  public void yield() {
    if (!tryYield()) {
      throw new AssertionError("waits for ever");
    }
  }

  @Override
  public boolean tryYield() {
    ThrowingRunnable<? extends Exception> mail = mails.poll();
    if (mail == null) {
      return false;
    }
    try {
      mail.run();
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new FlinkRuntimeException(failed);
    }
    return true;
  }

  @Override
  public boolean shouldInterrupt() {
    return false;
  }
}
