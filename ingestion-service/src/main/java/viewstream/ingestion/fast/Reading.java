package viewstream.ingestion.fast;

import java.util.AbstractList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.enrichment.Viewers;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Endpoint;
import viewstream.ingestion.publish.Headers;
import viewstream.ingestion.publish.Message;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.EventType;
import viewstream.ingestion.validation.InvalidEventException;

/**
 * One body on the fast path: it is cut, what its events share is worked out, and then each event is
 * written. All that it needs it keeps for the next body. For one thread, until it is closed.
 */
public final class Reading implements AutoCloseable {
  private static final byte[] NOTHING = new byte[0];

  private final Headers headers;
  private final Consumer<Reading> whenClosed;
  private final Map<Endpoint, EventTypes> typesByEndpoint = new EnumMap<>(Endpoint.class);
  private final Index index = new Index();
  private final Fields fields = new Fields();
  private final Cutter cutter;
  private final EventWriter writer;

  private byte[] body = NOTHING;
  private @Nullable EventTypes types;
  private @Nullable Request request;

  Reading(Viewers viewers, EventParser parser, Headers headers, Consumer<Reading> whenClosed) {
    this.headers = headers;
    this.whenClosed = whenClosed;
    this.cutter = new Cutter(parser);
    this.writer = new EventWriter(viewers, parser);
    for (Endpoint endpoint : Endpoint.values()) {
      EventTypes taken = EventTypes.of(endpoint);
      if (taken != null) {
        typesByEndpoint.put(endpoint, taken);
      }
    }
  }

  Reading begin(byte[] newBody) {
    body = newBody;
    return this;
  }

  /** Cuts a JSON batch; null if that is not plain, and no events are known. */
  public @Nullable Envelope cut() {
    index.clear();
    try {
      return cutter.cut(body, index);
    } catch (Unsure unsure) {
      index.clear();
      return null;
    }
  }

  /** Takes events that others have cut. */
  public void take(List<Slice> events) {
    index.clear();
    for (Slice event : events) {
      index.add(body, event.offset(), event.offset() + event.length());
    }
  }

  /** The events that have been cut, made when they are asked for. */
  public List<Slice> events() {
    return new AbstractList<>() {
      @Override
      public Slice get(int event) {
        return new Slice(event, body, index.start(event), index.end(event) - index.start(event));
      }

      @Override
      public int size() {
        return index.size();
      }
    };
  }

  /** Works out what the events share; if that cannot be done, none of them will be written. */
  public void share(Delivery delivery) {
    types = typesByEndpoint.get(delivery.endpoint());
    request = null;
    if (types != null) {
      try {
        request = Request.of(delivery, headers);
      } catch (InvalidEventException | Unsure leftToThePipeline) {
        request = null;
      }
    }
  }

  /**
   * Writes an event.
   *
   * @param event its index
   * @return null if the pipeline has to look at it
   * @throws viewstream.ingestion.http.RefusedException {@code unavailable} while the service starts
   */
  public @Nullable Message write(int event) {
    Request shared = request;
    EventTypes known = types;
    if (shared == null || known == null || event >= index.size() || index.doubtful(event)) {
      return null;
    }
    try {
      index.load(event, body, fields);
      EventType type = known.read(fields);
      return writer.write(type, fields, shared);
    } catch (Unsure unsure) {
      return null;
    }
  }

  /** Gives it back; it must not be used any more. */
  @Override
  public void close() {
    body = NOTHING;
    request = null;
    index.clear();
    whenClosed.accept(this);
  }
}
