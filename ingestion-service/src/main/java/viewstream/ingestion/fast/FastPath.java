package viewstream.ingestion.fast;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;
import viewstream.ingestion.enrichment.Viewers;
import viewstream.ingestion.publish.Headers;
import viewstream.ingestion.validation.EventParser;

/**
 * Lends out what a body needs on its way to Avro. No more is kept than bodies were ever being read
 * at one time; reading waits for nothing, so that is about one for each core.
 */
@Component
public final class FastPath {
  private final Viewers viewers;
  private final EventParser parser;
  private final Headers headers;
  private final ConcurrentLinkedQueue<Reading> idle = new ConcurrentLinkedQueue<>();

  public FastPath(Viewers viewers, EventParser parser, Headers headers) {
    this.viewers = viewers;
    this.parser = parser;
    this.headers = headers;
  }

  /** Begins to read a body; to be closed before anything is waited for. */
  public Reading read(byte[] body) {
    Reading reading = idle.poll();
    if (reading == null) {
      reading = new Reading(viewers, parser, headers, idle::add);
    }
    return reading.begin(body);
  }
}
