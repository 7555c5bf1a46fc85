package viewstream.ingestion.keys;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param name the public write key itself, or the name of the secret key; kept with each event
 * @param trusted came with a secret key: what it says about place and viewer is believed
 * @param quota of its key; null means no bound
 */
public record Caller(String name, boolean trusted, @Nullable Quota quota) {
  static final Caller ANONYMOUS = new Caller("anonymous", false);
  static final Caller SERVER = new Caller("server", true);

  /** Without a quota. */
  public Caller(String name, boolean trusted) {
    this(name, trusted, null);
  }
}
