package viewstream.benchmarks.harness;

/**
 * One of the two that take turns.
 *
 * @param name what a reader knows it by
 * @param work what it does when it is its turn
 */
public record Side(String name, Work work) {}
