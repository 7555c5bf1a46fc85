package viewstream.ingestion.enrichment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text that many records share, with the bytes it has in each of them. */
public final class Label {
  /** What stands for everything that is not known. */
  public static final Label UNKNOWN = new Label(Labels.UNKNOWN);

  private final String text;
  private final byte[] avro;

  private Label(String text) {
    this.text = text;
    this.avro = encode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A label of this text. */
  static Label of(String text) {
    return text.equals(Labels.UNKNOWN) ? UNKNOWN : new Label(text);
  }

  /** As people read it. */
  public String text() {
    return text;
  }

  /**
   * As an Avro string: the number of bytes as a zigzag variable-length integer, then UTF-8. Not to
   * be changed; not copied, for it is written with each event.
   */
  public byte[] avro() {
    return avro;
  }

  /** Whether it is any other than {@link #UNKNOWN}. */
  public boolean known() {
    return this != UNKNOWN;
  }

  /** This label if it is known, otherwise the other. */
  Label or(Label otherwise) {
    return known() ? this : otherwise;
  }

  private static byte[] encode(byte[] utf8) {
    byte[] length = new byte[5];
    int used = 0;
    int rest = utf8.length << 1;
    while (rest > 0x7f) {
      length[used++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    length[used++] = (byte) rest;
    byte[] encoded = Arrays.copyOf(length, used + utf8.length);
    System.arraycopy(utf8, 0, encoded, used, utf8.length);
    return encoded;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Label label && label.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
