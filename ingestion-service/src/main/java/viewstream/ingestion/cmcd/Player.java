package viewstream.ingestion.cmcd;

import viewstream.ingestion.enrichment.Label;
import viewstream.schema.event.Context;

/**
 * Which player reports.
 *
 * @param name as the reporting URL names it, else the browser it runs in
 * @param version as the reporting URL names it
 */
record Player(String name, String version) {
  /** Stands for all that came when there were already too many. */
  static final Player OTHER = new Player("other", "other");

  static Player of(Context context) {
    boolean named = !context.getPlayer().equals(Label.UNKNOWN.text());
    return new Player(
        named ? context.getPlayer() : context.getBrowser(), context.getPlayerVersion());
  }
}
