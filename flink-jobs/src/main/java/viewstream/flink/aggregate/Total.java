package viewstream.flink.aggregate;

/**
 * The whole value of a video's window as it stands. Of two totals the one with the higher version
 * holds; writing any of them again changes nothing.
 *
 * @param videoId the video
 * @param start of the window, epoch ms
 * @param version output generation in the high 16 bits, contributions in the low 48
 * @param sums the figures; may change after the call that hands them over
 * @param <S> the figures
 */
public record Total<S extends Sums<S>>(String videoId, long start, long version, S sums) {
  private static final int GENERATION_SHIFT = 48;

  /**
   * The version of a value.
   *
   * @param generation of the output, 0 to 65535
   * @param contributions that are in the value
   */
  public static long version(int generation, long contributions) {
    return ((long) generation << GENERATION_SHIFT) | contributions;
  }
}
