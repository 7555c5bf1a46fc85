package viewstream.query.video;

import viewstream.query.http.UnavailableException;

/** Where the figures of videos are kept. */
public interface VideoStore {
  /**
   * Reads all of it in one query.
   *
   * @throws UnavailableException if the store does not answer
   */
  VideoAnswer read(VideoQuestion question);
}
