package viewstream.rollup.day;

import java.util.Locale;

/** Why a day is rolled. */
public enum RollReason {
  /** Somebody asked for it. */
  ASKED,
  /** It is over. */
  DUE,
  /** Nothing live can change it any more. */
  SETTLED,
  /** Facts came after its last roll. */
  LATE,
  /** A video of it has another owner since. */
  CATALOGUE;

  /** As it stands in the ledger. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
