package viewstream.ingestion.fast;

import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import viewstream.ingestion.enrichment.Agent;
import viewstream.ingestion.enrichment.ContextLabel;
import viewstream.ingestion.enrichment.Contexts;
import viewstream.ingestion.enrichment.Label;
import viewstream.ingestion.enrichment.Place;
import viewstream.ingestion.enrichment.Sender;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;

/**
 * Writes {@code Context}: what the event says, then what its batch says, then what the request
 * shows. What a label's bytes mean is asked of those who know and remembered. For one thread.
 */
final class ContextWriter {
  private static final Field[] LABEL_FIELDS =
      Stream.of(ContextLabel.values())
          .map(label -> Field.valueOf(label.name()))
          .toArray(Field[]::new);

  private final EventParser parser;
  private final Vocabulary<Place> places = new Vocabulary<>();
  private final Vocabulary<Label>[] labels;
  private final PropsWriter props = new PropsWriter();

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know nothing of parameters
  ContextWriter(EventParser parser) {
    this.parser = parser;
    this.labels =
        IntStream.range(0, LABEL_FIELDS.length)
            .mapToObj(i -> new Vocabulary<Label>())
            .toArray(Vocabulary[]::new);
  }

  /** Writes it. */
  void write(Fields event, Shared shared, Sender sender, AvroBuffer out) {
    Place place = place(event, shared, sender);
    out.raw(place.country().avro());
    out.raw(place.region().avro());
    out.raw(place.city().avro());

    Label device = label(ContextLabel.DEVICE, event, shared);
    Label os = label(ContextLabel.OS, event, shared);
    Label browser = label(ContextLabel.BROWSER, event, shared);
    out.raw(known(device, sender, Agent::device));
    out.raw(label(ContextLabel.PLATFORM, event, shared).avro());
    out.raw(known(os, sender, Agent::os));
    out.raw(known(browser, sender, Agent::browser));

    out.raw(label(ContextLabel.APP_VERSION, event, shared).avro());
    out.raw(label(ContextLabel.PLAYER, event, shared).avro());
    out.raw(label(ContextLabel.PLAYER_VERSION, event, shared).avro());
    out.raw(label(ContextLabel.TRAFFIC_SOURCE, event, shared).avro());
    referrer(event, shared, out);
    out.raw(label(ContextLabel.AGE_GROUP, event, shared).avro());
    out.raw(label(ContextLabel.GENDER, event, shared).avro());
    truth(event, Field.SUBSCRIBED, shared.subscribed(), out);
    truth(event, Field.LIVE, shared.live(), out);
    if (event.has(Field.PROPS)) {
      props.write(event, out);
    } else {
      out.raw(shared.props());
    }
  }

  /** What the event or its batch says; what it says and cannot be used is unknown. */
  Label label(ContextLabel label, Fields event, Shared shared) {
    Field field = LABEL_FIELDS[label.ordinal()];
    if (!event.has(field)) {
      return shared.labels()[label.ordinal()];
    }
    if (event.kind(field) != Kind.TEXT) {
      return Label.UNKNOWN;
    }
    Vocabulary<Label> vocabulary = labels[label.ordinal()];
    Label known = vocabulary.find(event.body(), event.offset(field), event.length(field));
    return known != null
        ? known
        : vocabulary.learn(
            event.body(), event.offset(field), event.length(field), label.of(whole(event)));
  }

  private Place place(Fields event, Shared shared, Sender sender) {
    if (!sender.believedAboutPlace()) {
      return sender.place();
    }
    Place said = event.has(Field.LOCATION) ? said(event) : shared.place();
    return said.known() ? said : sender.place();
  }

  private Place said(Fields event) {
    int offset = event.offset(Field.LOCATION);
    int length = event.length(Field.LOCATION);
    Place known = places.find(event.body(), offset, length);
    return known != null
        ? known
        : places.learn(event.body(), offset, length, Place.of(whole(event)));
  }

  /** Reads the event as the pipeline does. */
  private EventObject whole(Fields event) {
    return parser.parse(event.body(), event.start(), event.size());
  }

  private static byte[] known(Label said, Sender sender, Function<Agent, Label> shown) {
    return (said.known() ? said : shown.apply(sender.agent())).avro();
  }

  /** One that begins with a printable letter is not blank. */
  private static void referrer(Fields event, Shared shared, AvroBuffer out) {
    if (!event.has(Field.REFERRER)) {
      out.raw(shared.referrer());
    } else if (event.kind(Field.REFERRER) != Kind.TEXT || event.length(Field.REFERRER) == 0) {
      out.none();
    } else {
      Sure.that(event.length(Field.REFERRER) <= Contexts.LONGEST_REFERRER);
      Sure.that(event.body()[event.offset(Field.REFERRER)] > ' ');
      out.some();
      out.text(event, Field.REFERRER);
    }
  }

  private static void truth(Fields event, Field field, byte[] otherwise, AvroBuffer out) {
    if (!event.has(field)) {
      out.raw(otherwise);
    } else if (event.kind(field) == Kind.TRUE || event.kind(field) == Kind.FALSE) {
      out.some();
      out.flag(event.kind(field) == Kind.TRUE);
    } else {
      out.none();
    }
  }
}
