package viewstream.rollup.day;

/**
 * One step of a roll.
 *
 * @param name what it makes, as it is printed
 * @param action repeatable
 */
record Step(String name, Runnable action) {}
