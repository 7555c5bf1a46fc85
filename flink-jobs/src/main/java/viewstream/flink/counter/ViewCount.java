package viewstream.flink.counter;

import viewstream.flink.aggregate.Sums;

/** Views of one video on one UTC day. Each view is one contribution. */
final class ViewCount implements Sums<ViewCount> {
  private long views;

  ViewCount() {}

  ViewCount(long views) {
    this.views = views;
  }

  void increment() {
    views++;
  }

  long views() {
    return views;
  }

  @Override
  public void add(ViewCount other) {
    views += other.views;
  }

  @Override
  public long contributions() {
    return views;
  }
}
