package viewstream.ingestion.fast;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what bytes mean, so that a label which many events say is worked out once, by those who
 * know its rule. It holds a fixed number of words; a new one takes the place of an older one. For
 * one thread.
 *
 * @param <M> what a word means; must depend on its bytes alone
 */
final class Vocabulary<M> {
  private static final int PLACES = 256;
  private static final int LONGEST = 256;

  private final @Nullable Term<M>[] terms = places();

  /** What these bytes mean; null if that has to be found out. */
  @Nullable M find(byte[] body, int offset, int length) {
    Term<M> term = terms[place(body, offset, length)];
    return term != null && term.is(body, offset, length) ? term.meaning : null;
  }

  /** Remembers what these bytes mean, and returns that. Very long ones are not remembered. */
  M learn(byte[] body, int offset, int length, M meaning) {
    if (length <= LONGEST) {
      byte[] word = Arrays.copyOfRange(body, offset, offset + length);
      terms[place(body, offset, length)] = new Term<>(word, meaning);
    }
    return meaning;
  }

  private static int place(byte[] body, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = hash * 31 + body[i];
    }
    return (hash ^ hash >>> 8 ^ hash >>> 16) & PLACES - 1;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know nothing of M
  private static <M> @Nullable Term<M>[] places() {
    return new Term[PLACES];
  }

  private record Term<M>(byte[] word, M meaning) {
    boolean is(byte[] body, int offset, int length) {
      return Arrays.equals(word, 0, word.length, body, offset, offset + length);
    }
  }
}
