package viewstream.system.traffic;

import org.jspecify.annotations.Nullable;

/**
 * One event exactly as a client writes it.
 *
 * @param json its bytes on the wire
 * @param rejection the reject reason the contract demands; null for a good event
 */
public record Event(String json, Origin origin, @Nullable String rejection) {

  public boolean good() {
    return rejection == null;
  }
}
