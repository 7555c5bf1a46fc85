package viewstream.query.freshness;

/** Where the figures of an answer come from. */
public enum Source {
  /** The stream's live figures. */
  REALTIME,
  /** The daily rollup. */
  ROLLUP,
  /** Both. */
  MIXED
}
