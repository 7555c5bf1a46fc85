package viewstream.ingestion.fast;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Tells which of some known words lies in a body, without making a text of it. */
final class Words {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, LITTLE_ENDIAN);

  private final byte[][] words;

  /** Indexes of words by their hash, or the next free place after it; -1 is free. */
  private final byte[] places;

  private Words(byte[][] words) {
    this.words = words;
    this.places = new byte[Integer.highestOneBit(words.length) * 8];
    Arrays.fill(places, (byte) -1);
    for (int i = 0; i < words.length; i++) {
      int place = place(words[i], 0, words[i].length);
      while (places[place] >= 0) {
        place = next(place);
      }
      places[place] = (byte) i;
    }
  }

  /** These words, at most 127, none of them empty. */
  static Words of(List<String> words) {
    return new Words(
        words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
  }

  /** The index of the word that lies there, or a negative number if it is none of them. */
  int find(byte[] body, int offset, int length) {
    if (length == 0) {
      return -1;
    }
    int place = place(body, offset, length);
    while (true) {
      int index = places[place];
      if (index < 0 || equal(words[index], body, offset, length)) {
        return index;
      }
      place = next(place);
    }
  }

  /**
   * Words are short: two looks at eight or four bytes, which may overlap, cost less than a loop.
   */
  private static boolean equal(byte[] word, byte[] body, int offset, int length) {
    if (word.length != length) {
      return false;
    }
    int at = 0;
    if (length >= Long.BYTES) {
      for (; at <= length - Long.BYTES; at += Long.BYTES) {
        if (Eight.at(word, at) != Eight.at(body, offset + at)) {
          return false;
        }
      }
      int last = length - Long.BYTES;
      return Eight.at(word, last) == Eight.at(body, offset + last);
    }
    if (length >= Integer.BYTES) {
      int last = length - Integer.BYTES;
      return (int) INTS.get(word, 0) == (int) INTS.get(body, offset)
          && (int) INTS.get(word, last) == (int) INTS.get(body, offset + last);
    }
    while (at < length && word[at] == body[offset + at]) {
      at++;
    }
    return at == length;
  }

  /** Length, first, middle and last byte differ enough for words that people make. */
  private int place(byte[] bytes, int offset, int length) {
    int mixed = length * 31 + bytes[offset];
    mixed = mixed * 31 + bytes[offset + length / 2];
    mixed = mixed * 31 + bytes[offset + length - 1];
    return (mixed ^ mixed >>> 7) & places.length - 1;
  }

  private int next(int place) {
    return place + 1 & places.length - 1;
  }
}
