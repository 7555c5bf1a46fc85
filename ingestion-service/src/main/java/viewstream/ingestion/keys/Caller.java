package viewstream.ingestion.keys;

/**
 * Who sent a request.
 *
 * @param name the public write key itself, or the name of the secret key; kept with each event
 * @param trusted came with a secret key: what it says about place and viewer is believed
 */
public record Caller(String name, boolean trusted) {
  static final Caller ANONYMOUS = new Caller("anonymous", false);
  static final Caller SERVER = new Caller("server", true);
}
