package viewstream.query.storage;

/** Which videos a statement is about: one, or all that a channel owns now. */
sealed interface Videos {
  /** Adds to the names that the statement begins with. */
  SqlText name(SqlText sql);

  /** Adds the condition that a table's rows are theirs. */
  SqlText of(SqlText sql, String table);

  /** One video. */
  record One(String videoId) implements Videos {
    @Override
    public SqlText name(SqlText sql) {
      return sql;
    }

    @Override
    public SqlText of(SqlText sql, String table) {
      return sql.add(table + ".video_id = ?", videoId);
    }
  }

  /** A channel's videos, whoever owned them when they were watched. */
  record Channel(String channelId) implements Videos {
    /** The catalogue has the last word; {@code channel_videos} only saves reading all of it. */
    @Override
    public SqlText name(SqlText sql) {
      return sql.add(", (SELECT groupArray(v.video_id)")
          .table("videos")
          .add(" AS v FINAL WHERE v.channel_id = ? AND v.video_id IN (SELECT c.video_id", channelId)
          .table("channel_videos")
          .add(" AS c WHERE c.channel_id = ?)) AS own", channelId);
    }

    @Override
    public SqlText of(SqlText sql, String table) {
      return sql.add(table + ".video_id IN own");
    }
  }
}
