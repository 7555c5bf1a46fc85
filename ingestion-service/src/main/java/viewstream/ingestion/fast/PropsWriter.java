package viewstream.ingestion.fast;

import java.util.Arrays;
import viewstream.ingestion.validation.Limits;

/** Writes {@code props} as a map of Avro's. For one thread; used again and again. */
final class PropsWriter {
  private final Scanner scanner = new Scanner();
  private final int[] names = new int[Limits.PROPS];
  private final int[] lengths = new int[Limits.PROPS];

  /** Writes the pairs of an event that has them; unsure if a name stands there twice. */
  void write(Fields event, AvroBuffer out) {
    Sure.that(event.kind(Field.PROPS) == Kind.OBJECT);
    byte[] body = event.body();
    int from = event.offset(Field.PROPS);
    scanner.begin(body, from, from + event.length(Field.PROPS));
    scanner.take('{');
    if (!scanner.took('}')) {
      int countAt = out.size();
      out.number(0);
      int count = 0;
      do {
        Sure.that(count < Limits.PROPS);
        scanner.name();
        name(body, count++, out);
        Sure.that(scanner.value(2) == Kind.TEXT);
        Sure.that(scanner.length() <= Limits.PROP_VALUE_BYTES);
        out.text(body, scanner.offset(), scanner.length());
      } while (scanner.took(','));
      out.set(countAt, count << 1);
    }
    out.end();
  }

  private void name(byte[] body, int count, AvroBuffer out) {
    int offset = scanner.offset();
    int length = scanner.length();
    Sure.that(length <= Limits.PROP_NAME_BYTES);
    for (int i = 0; i < count; i++) {
      Sure.that(
          !Arrays.equals(body, names[i], names[i] + lengths[i], body, offset, offset + length));
    }
    names[count] = offset;
    lengths[count] = length;
    out.text(body, offset, length);
  }
}
