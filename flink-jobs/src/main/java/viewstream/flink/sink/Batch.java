package viewstream.flink.sink;

/** Entries that are written together. */
final class Batch {
  final byte[] entries;

  /** All that the log took in until then is in this batch or an earlier one; epoch ms. */
  final long watermark;

  private boolean written;

  Batch(byte[] entries, long watermark) {
    this.entries = entries;
    this.watermark = watermark;
  }

  void markWritten() {
    written = true;
  }

  boolean isWritten() {
    return written;
  }
}
