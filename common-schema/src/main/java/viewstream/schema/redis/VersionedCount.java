package viewstream.schema.redis;

/**
 * A count with the version of the state it was taken from, written {@code version:count}. Of two
 * values the one with the higher version holds; equal versions are the same value.
 *
 * @param version 0 for a value restored from ClickHouse, which anything from the stream replaces
 * @param count what was counted
 */
public record VersionedCount(long version, long count) {
  /**
   * Sets a hash field to {@code version:count} unless it holds a higher version. KEYS: the hash.
   * ARGV: field, version, count. Versions are compared as decimal text, for they exceed the 53 bits
   * of a Lua number. Returns 1 when written.
   */
  public static final String WRITE_SCRIPT =
      """
      local held = redis.call('HGET', KEYS[1], ARGV[1])
      if held then
        local version = string.match(held, '^(%d+):')
        if version and (#version > #ARGV[2] or (#version == #ARGV[2] and version > ARGV[2])) then
          return 0
        end
      end
      redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ':' .. ARGV[3])
      return 1
      """;

  public VersionedCount {
    if (version < 0) {
      throw new IllegalArgumentException("version must not be negative, is " + version);
    }
  }

  /**
   * Reads {@code version:count}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static VersionedCount parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("expected version:count, got '" + text + "'");
    }
    return new VersionedCount(
        Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return version + ":" + count;
  }
}
