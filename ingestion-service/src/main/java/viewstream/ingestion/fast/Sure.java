package viewstream.ingestion.fast;

/**
 * Makes sure of something. It is no method of {@link Unsure}, for the compiler never inlines those
 * of exceptions, and this is asked several times for each field.
 */
final class Sure {
  private Sure() {}

  /** Goes on only if something holds that must. */
  static void that(boolean holds) {
    if (!holds) {
      throw Unsure.of();
    }
  }
}
