package viewstream.benchmarks.ingestion;

import java.io.IOException;
import java.time.Instant;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.load.EventRequests;
import viewstream.benchmarks.load.Load;
import viewstream.stack.Part;
import viewstream.system.traffic.Scenario;

/**
 * How traffic comes.
 *
 * @param batch events in a request
 * @param connections at a time; a request waits for Kafka for some milliseconds, so small batches
 *     need many to keep the service busy
 * @param events in a block
 * @param warmUps blocks before it counts
 */
record Size(int batch, int connections, int events, int warmUps) {

  EventRequests traffic(Fleet fleet, String name) {
    return EventRequests.generate(
        Scenario.full(name, batch, Instant.now()),
        batch,
        fleet.address(Part.INGESTION),
        fleet.stack().secrets().writeKey());
  }

  Load load(Fleet fleet, EventRequests traffic) throws IOException {
    return Load.http(
        fleet.address(Part.INGESTION), connections, traffic.requests(), fleet.file("requests"));
  }

  /** Sends a block as fast as it is answered. */
  Done send(Load load) throws IOException {
    return load.send(events / batch).times(batch);
  }
}
