package viewstream.stack;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does something with every part of a set, each after the parts it has to wait for. */
final class Walk {
  private final Set<Part> parts;
  private final Function<Part, Set<Part>> before;
  private final Consumer<Part> action;
  private final Map<Part, CompletableFuture<Void>> visits = new EnumMap<>(Part.class);

  private Walk(Set<Part> parts, Function<Part, Set<Part>> before, Consumer<Part> action) {
    this.parts = parts;
    this.before = before;
    this.action = action;
  }

  /** Needs first; what does not depend on each other at the same time. */
  static void upwards(Set<Part> parts, Consumer<Part> action) {
    new Walk(parts, Part::needs, action).run();
  }

  /** The other way round: a part only after all that need it. */
  static void downwards(Set<Part> parts, Consumer<Part> action) {
    new Walk(parts, Walk::needing, action).run();
  }

  private static Set<Part> needing(Part needed) {
    return Set.of(
        Arrays.stream(Part.values())
            .filter(part -> part.needs().contains(needed))
            .toArray(Part[]::new));
  }

  private void run() {
    try (ExecutorService workers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
      parts.forEach(part -> visit(part, workers));
      CompletableFuture.allOf(visits.values().toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private CompletableFuture<Void> visit(Part part, ExecutorService workers) {
    CompletableFuture<Void> known = visits.get(part);
    if (known != null) {
      return known;
    }
    CompletableFuture<Void> visit =
        CompletableFuture.allOf(
                before.apply(part).stream()
                    .filter(parts::contains)
                    .map(earlier -> visit(earlier, workers))
                    .toArray(CompletableFuture[]::new))
            .thenRunAsync(() -> action.accept(part), workers);
    visits.put(part, visit);
    return visit;
  }
}
