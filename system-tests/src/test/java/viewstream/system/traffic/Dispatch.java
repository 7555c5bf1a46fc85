package viewstream.system.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import viewstream.system.traffic.Batch.Route;

/**
 * Puts events into requests as a network would: nearly in order of time, some minutes late, each
 * request from one origin, some requests twice.
 */
final class Dispatch {
  private static final Duration JITTER = Duration.ofMinutes(1);
  private static final Duration LATENESS = Duration.ofMinutes(10);
  private static final double LATE_PERCENT = 2;
  private static final double TWICE_PERCENT = 5;

  /** The most events of a request of plain traffic, of which many are to be in flight. */
  private static final int SMALL = 60;

  /** An event, when it happened and when it is sent. */
  private record Due(Instant at, Instant happened, Event event) {}

  private final Chance chance;
  private final List<Malformed.Kind> kinds;
  private final Scenario scenario;
  private final int malformed;

  Dispatch(Chance chance, Scenario scenario, int malformed) {
    this.chance = chance;
    this.scenario = scenario;
    this.malformed = malformed;
    this.kinds = Malformed.kinds(scenario.name() + "-0000", scenario.until());
  }

  /** Shuffled within and across batches, with malformed events among them. */
  List<Batch> batches(List<Draft> drafts) {
    List<Due> queue = new ArrayList<>();
    for (Draft draft : drafts) {
      queue.add(new Due(draft.at().plus(delay()), draft.at(), draft.event()));
    }
    // Malformed events are stamped by a right clock: by another they would be wrong in two ways.
    List<Due> neighbours =
        queue.stream().filter(due -> due.event().origin().clockSkew().isZero()).toList();
    for (int i = 0; i < malformed; i++) {
      Due neighbour = chance.of(neighbours);
      Malformed.Kind kind = chance.of(kinds);
      Event event = new Event(kind.json(), neighbour.event().origin(), kind.code());
      queue.add(new Due(neighbour.at(), neighbour.happened(), event));
    }
    queue.sort(Comparator.comparing(Due::at));
    int most = scenario.plain() ? SMALL : Math.clamp(scenario.events() / 400, 20, 500);
    return pack(queue, most);
  }

  /** One after the other, none of them twice. */
  List<Batch> plainBatches(List<Draft> drafts) {
    return drafts.stream()
        .map(draft -> new Batch(Route.BATCH, false, false, draft.at(), List.of(draft.event())))
        .toList();
  }

  private Duration delay() {
    long most = chance.percent(LATE_PERCENT) ? LATENESS.toMillis() : JITTER.toMillis();
    return Duration.ofMillis(chance.between(0, most));
  }

  private List<Batch> pack(List<Due> queue, int most) {
    List<Batch> batches = new ArrayList<>();
    Map<Origin, List<Due>> open = new LinkedHashMap<>();
    Map<Origin, Long> sizes = new LinkedHashMap<>();
    for (Due due : queue) {
      Origin origin = due.event().origin();
      List<Due> batch = open.computeIfAbsent(origin, unseen -> new ArrayList<>());
      batch.add(due);
      if (batch.size()
          >= sizes.computeIfAbsent(origin, unseen -> chance.between(most / 10, most))) {
        batches.add(batch(open.remove(origin)));
        sizes.remove(origin);
      }
    }
    open.values().forEach(rest -> batches.add(batch(rest)));
    return List.copyOf(batches);
  }

  private Batch batch(List<Due> due) {
    chance.shuffle(due);
    Instant youngest = due.stream().map(Due::happened).max(Instant::compareTo).orElseThrow();
    List<Event> events = due.stream().map(Due::event).toList();
    Route route = chance.of(List.of(Route.values()));
    if (route == Route.BATCH_LINES && events.getFirst().origin().needsEnvelope()) {
      route = Route.BATCH;
    }
    boolean twice = chance.percent(TWICE_PERCENT) && !scenario.plain();
    return new Batch(route, chance.percent(30), twice, youngest, events);
  }
}
