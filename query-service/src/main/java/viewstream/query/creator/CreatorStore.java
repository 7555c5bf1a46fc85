package viewstream.query.creator;

import viewstream.query.http.UnavailableException;

/** Where the figures of channels are kept. */
public interface CreatorStore {
  /**
   * Reads all of it in one query.
   *
   * @throws UnavailableException if the store does not answer
   */
  CreatorAnswer read(CreatorQuestion question);
}
