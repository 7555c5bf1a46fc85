package viewstream.flink.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox(4, List.of());

  @Test
  void batchesBySize() {
    add("aa");
    assertThat(outbox.next()).isNull();

    add("bb");
    assertThat(text(outbox.next())).isEqualTo("aabb");
    assertThat(outbox.next()).isNull();
  }

  @Test
  void closesABatchEarlyWhenAsked() {
    add("a");
    outbox.closeBatch();

    assertThat(text(outbox.next())).isEqualTo("a");
  }

  @Test
  void hasReachedTheWatermarkWhenThereIsNothingUnwritten() {
    assertThat(outbox.reached()).isEqualTo(Long.MIN_VALUE);

    outbox.advance(10);

    assertThat(outbox.reached()).isEqualTo(10);
  }

  @Test
  void hasReachedAWatermarkOnlyWhenEverythingBeforeItIsWritten() {
    add("aaaa");
    outbox.advance(10);
    add("bbbb");
    outbox.advance(20);
    add("c");
    Batch first = outbox.next();
    Batch second = outbox.next();

    outbox.written(second);
    assertThat(outbox.reached()).isEqualTo(Long.MIN_VALUE);

    outbox.written(first);
    assertThat(outbox.reached()).isEqualTo(10);

    outbox.closeBatch();
    outbox.written(outbox.next());
    assertThat(outbox.reached()).isEqualTo(20);
  }

  @Test
  void checkpointCarriesEverythingUnwritten() {
    add("aaaa");
    add("bbbb");
    add("cccc");
    add("d");
    Batch first = outbox.next();
    outbox.next();
    outbox.written(first);

    assertThat(outbox.unwritten().stream().map(OutboxTest::text))
        .containsExactly("bbbb", "cccc", "d");
    assertThat(outbox.unwrittenBytes()).isEqualTo(9);
  }

  @Test
  void recoveredBatchesHoldProgressBack() {
    Outbox recovered = new Outbox(4, List.of(bytes("aaaa")));
    recovered.advance(10);
    assertThat(recovered.reached()).isEqualTo(Long.MIN_VALUE);

    recovered.written(recovered.next());

    assertThat(recovered.reached()).isEqualTo(10);
  }

  private void add(String entry) {
    outbox.add(bytes(entry));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Batch batch) {
    return text(batch.entries);
  }

  private static String text(byte[] entries) {
    return new String(entries, StandardCharsets.UTF_8);
  }
}
