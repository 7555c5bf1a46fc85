package viewstream.system;

/** A rehearsal's traffic in equal portions, for harm to be done between and amid them. */
final class Portions {
  private final Rehearsal rehearsal;
  private final int count;
  private int sent;

  /**
   * @param count of portions
   */
  Portions(Rehearsal rehearsal, int count) {
    this.rehearsal = rehearsal;
    this.count = count;
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  /** Sends the next portion. */
  void sendOne() {
    double from = next();
    rehearsal.send(from, share());
  }

  /** Sends the next portion and does harm when half of it is acknowledged. */
  void sendOneAmid(Runnable harm) {
    sendOneAmid(0.5, harm);
  }

  /**
   * Sends the next portion and does harm meanwhile.
   *
   * @param moment share of the portion that is acknowledged when harm is done
   */
  void sendOneAmid(double moment, Runnable harm) {
    double from = next();
    rehearsal.sendAmid(from, share(), moment, harm);
  }

  /** Sends all the others, then holds every figure against the log. */
  void finish() {
    double from = share();
    sent = count;
    rehearsal.send(from, share());
    rehearsal.audit();
  }

  private double next() {
    double from = share();
    if (sent == count) {
      throw new IllegalStateException("all " + count + " portions have been sent");
    }
    sent++;
    return from;
  }

  private double share() {
    return sent / (double) count;
  }
}
