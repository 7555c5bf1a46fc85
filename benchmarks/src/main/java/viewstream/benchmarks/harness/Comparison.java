package viewstream.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A product and its peer taking turns: A B B A A B B A …, so that a machine that grows slower or
 * faster meanwhile does both the same good.
 *
 * @param title what is compared
 * @param figures what is read from each block
 */
public record Comparison(String title, Side product, Side peer, List<Figure> figures) {
  public Comparison {
    figures = List.copyOf(figures);
  }

  /**
   * Runs the pairs.
   *
   * @param warmUps blocks of each side that are not counted
   * @param pairs blocks of each side that are
   */
  public Result run(Meter meter, int warmUps, int pairs) throws Exception {
    for (int i = 0; i < warmUps; i++) {
      pair(meter, i);
    }
    List<Pair> measured = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      measured.add(pair(meter, i));
    }
    Spread foreign =
        Spread.of(measured.stream().flatMap(Pair::blocks).map(Measurement::foreignCores).toList());
    List<Line> lines = figures.stream().map(figure -> line(figure, measured)).toList();
    return new Result(title, product.name(), peer.name(), pairs, foreign, lines);
  }

  private Pair pair(Meter meter, int index) throws Exception {
    if (index % 2 == 0) {
      Measurement first = meter.measure(product.work());
      return new Pair(first, meter.measure(peer.work()));
    }
    Measurement first = meter.measure(peer.work());
    return new Pair(meter.measure(product.work()), first);
  }

  private static Line line(Figure figure, List<Pair> pairs) {
    ToDoubleFunction<Measurement> ofPeer = figure.peer();
    Spread product =
        Spread.of(
            pairs.stream().map(pair -> figure.product().applyAsDouble(pair.product)).toList());
    if (ofPeer == null) {
      return new Line(figure.name(), figure.unit(), product, null, null);
    }
    Spread peer = Spread.of(pairs.stream().map(pair -> ofPeer.applyAsDouble(pair.peer)).toList());
    Spread ratio =
        Spread.of(
            pairs.stream()
                .map(
                    pair ->
                        figure.product().applyAsDouble(pair.product)
                            / ofPeer.applyAsDouble(pair.peer))
                .toList());
    return new Line(figure.name(), figure.unit(), product, peer, ratio);
  }

  private record Pair(Measurement product, Measurement peer) {
    Stream<Measurement> blocks() {
      return Stream.of(product, peer);
    }
  }
}
