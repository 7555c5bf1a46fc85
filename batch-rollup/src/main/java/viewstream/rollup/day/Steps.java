package viewstream.rollup.day;

/** Is told of every step before it begins. */
public interface Steps {
  /**
   * @param subject what is rolled, for example a day
   * @param number of the step, from 1
   * @param total how many there are
   * @param name what it makes
   */
  void begins(String subject, int number, int total, String name);

  /** All steps are done. */
  void done(String sentence);
}
