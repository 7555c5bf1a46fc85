package viewstream.stack.demo;

import java.util.List;

/**
 * A video of the demo's catalogue.
 *
 * @param durationMs how long it is
 */
record DemoVideo(String id, String channel, String title, long durationMs) {
  /** The one on the page; simulated viewers leave it alone, so that a visitor sees his own view. */
  static final DemoVideo ON_PAGE =
      new DemoVideo("demo-video", "demo-channel", "A minute of colour", 60_000);

  /** What simulated viewers watch, the most popular first. */
  static final List<DemoVideo> OTHERS =
      List.of(
          new DemoVideo("harbour-at-night", "demo-channel", "The harbour at night", 95_000),
          new DemoVideo("bread-in-an-hour", "kitchen", "Bread in an hour", 180_000),
          new DemoVideo("knots", "harbour", "Seven knots worth knowing", 64_000),
          new DemoVideo("night-train", "demo-channel", "Night train, no talking", 240_000),
          new DemoVideo("five-eggs", "kitchen", "Five ways with an egg", 120_000),
          new DemoVideo("swallows", "garden", "Swallows under the roof", 25_000));
}
