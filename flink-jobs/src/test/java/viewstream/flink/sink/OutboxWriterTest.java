package viewstream.flink.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxWriterTest {
  private static final Limits LIMITS = new Limits(4, Duration.ofMillis(1_000), 2, 12);

  private final Mailbox mailbox = new Mailbox();
  private final TestProcessingTimeService clock = new TestProcessingTimeService();
  private final List<String> received = new ArrayList<>();
  private final List<CompletableFuture<Void>> replies = new ArrayList<>();
  private final List<Long> reached = new ArrayList<>();
  private OutboxWriter writer;

  @BeforeEach
  void open() throws Exception {
    clock.setCurrentTime(0);
    writer = writer(List.of());
  }

  @Test
  void writesABatchWhenItIsFullOrOld() throws Exception {
    write("aaaa", "b");
    assertThat(received).containsExactly("aaaa");

    clock.setCurrentTime(1_000);
    assertThat(received).containsExactly("aaaa", "b");
  }

  @Test
  void keepsOnlySoManyBatchesInFlight() throws Exception {
    write("aaaa", "bbbb", "cccc");
    assertThat(received).containsExactly("aaaa", "bbbb");

    replies.get(1).complete(null);
    mailbox.yield();
    assertThat(received).containsExactly("aaaa", "bbbb", "cccc");
  }

  @Test
  void takesNoMoreWhenTooMuchIsUnwritten() throws Exception {
    write("aaaa", "bbbb", "cccc");
    replies.get(0).complete(null);

    write("d");

    assertThat(received).hasSize(3);
    assertThatThrownBy(() -> write("eeee")).hasMessage("waits for ever");
  }

  @Test
  void checkpointCarriesWhatIsUnwrittenWithoutWaiting() throws Exception {
    write("aaaa", "b");
    writer.flush(false);
    List<byte[]> unwritten = writer.snapshotState(1);

    received.clear();
    writer(unwritten);
    assertThat(received).containsExactly("aaaa", "b");
  }

  @Test
  void tellsProgressOnceEverythingBeforeItIsWritten() throws Exception {
    write("aaaa");
    writer.writeWatermark(new Watermark(10));
    clock.setCurrentTime(1_000);
    assertThat(reached).isEmpty();

    replies.get(0).complete(null);
    mailbox.yield();
    clock.setCurrentTime(2_000);
    assertThat(reached).containsExactly(10L);
  }

  @Test
  void tellsProgressWhenIdle() throws Exception {
    writer.writeWatermark(new Watermark(10));
    clock.setCurrentTime(1_000);
    writer.writeWatermark(new Watermark(20));
    clock.setCurrentTime(2_000);

    assertThat(reached).containsExactly(10L, 20L);
  }

  @Test
  void failsLoudlyWhenRepeatingCannotHelp() throws Exception {
    write("aaaa");
    replies.get(0).completeExceptionally(new IllegalStateException("no such column"));

    assertThatThrownBy(mailbox::yield).hasMessageContaining("no such column");
  }

  @Test
  void waitsForEverythingAtTheEndOfInput() throws Exception {
    write("a");
    assertThatThrownBy(() -> writer.flush(true)).hasMessage("waits for ever");

    replies.get(0).complete(null);
    writer.flush(true);
    assertThat(received).containsExactly("a");
  }

  private OutboxWriter writer(List<byte[]> recovered) {
    return new OutboxWriter(
        LIMITS, new Store(), new Log(), mailbox, clock, new UnregisteredMetricsGroup(), recovered);
  }

  private void write(String... entries) throws Exception {
    for (String entry : entries) {
      writer.write(entry.getBytes(StandardCharsets.UTF_8), null);
    }
  }

  /** Takes batches and leaves the answers to the test. */
  private final class Store implements Destination {
    @Override
    public CompletableFuture<Void> write(byte[] entries) {
      received.add(new String(entries, StandardCharsets.UTF_8));
      replies.add(new CompletableFuture<>());
      return replies.getLast();
    }

    @Override
    public void close() {}
  }

  /** Remembers what progress was told. */
  private final class Log implements Progress {
    @Override
    public void reached(long logTime) {
      reached.add(logTime);
    }

    @Override
    public void close() {}
  }
}
