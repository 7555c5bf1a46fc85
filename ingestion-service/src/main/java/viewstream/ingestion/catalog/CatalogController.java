package viewstream.ingestion.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.body.Intake;
import viewstream.ingestion.body.Lines;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;
import viewstream.ingestion.keys.Callers;
import viewstream.ingestion.publish.Message;
import viewstream.ingestion.publish.MessageEncoder;
import viewstream.ingestion.publish.Publisher;
import viewstream.ingestion.publish.RecordFields;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.Ids;
import viewstream.ingestion.validation.InvalidEventException;

/** Takes the catalogue from the platform's servers: what videos and channels are. */
@RestController
class CatalogController {
  private static final String VIDEO_ID = "video_id";
  private static final String CHANNEL_ID = "channel_id";

  /** Spring cuts it off, with what follows: {@code v1;x} is not {@code v1}. */
  private static final char PATH_PARAMETER = ';';

  private final Callers callers;
  private final Intake intake;
  private final EventParser parser;
  private final MessageEncoder encoder;
  private final Publisher publisher;
  private final Clock clock;

  CatalogController(
      Callers callers,
      Intake intake,
      EventParser parser,
      MessageEncoder encoder,
      Publisher publisher,
      Clock clock) {
    this.callers = callers;
    this.intake = intake;
    this.parser = parser;
    this.encoder = encoder;
    this.publisher = publisher;
    this.clock = clock;
  }

  @PutMapping("/api/v1/catalog/videos/{video_id}")
  Map<String, Object> putVideo(@PathVariable(VIDEO_ID) String videoId, HttpServletRequest request) {
    return put(VIDEO_ID, videoId, request, CatalogEntries::video);
  }

  @PutMapping("/api/v1/catalog/channels/{channel_id}")
  Map<String, Object> putChannel(
      @PathVariable(CHANNEL_ID) String channelId, HttpServletRequest request) {
    return put(CHANNEL_ID, channelId, request, CatalogEntries::channel);
  }

  @PostMapping("/api/v1/catalog/videos")
  CatalogReply postVideos(HttpServletRequest request) {
    callers.requireServer(request);
    Instant received = clock.instant();
    return intake.take(
        request, EnumSet.of(BodyFormat.LINES), (format, body, room) -> storeVideos(body, received));
  }

  private CatalogReply storeVideos(byte[] body, Instant received) {
    var videos = new ArrayList<Message>();
    var errors = new ArrayList<CatalogReply.Problem>();
    for (Slice line : Lines.cut(body)) {
      try {
        EventObject fields = fields(line);
        videos.add(message(CatalogEntries.video(fields.requiredId(VIDEO_ID), fields, received)));
      } catch (InvalidEventException invalid) {
        errors.add(CatalogReply.Problem.of(line.index(), invalid));
      }
    }
    publisher.publish(videos);
    return new CatalogReply(videos.size(), errors.size(), errors);
  }

  private Map<String, Object> put(
      String idField, String id, HttpServletRequest request, EntryReader reader) {
    callers.requireServer(request);
    if (!Ids.valid(id) || request.getRequestURI().indexOf(PATH_PARAMETER) >= 0) {
      throw new RefusedException(Refusal.INVALID_PARAMETER, idField + " must be " + Ids.RULE + ".");
    }
    Instant received = clock.instant();
    return intake.take(
        request,
        EnumSet.of(BodyFormat.JSON),
        (format, body, room) -> {
          CatalogEntry entry = reader.read(id, fields(Slice.whole(body)), received);
          publisher.publish(List.of(message(entry)));
          return RecordFields.of(entry.record());
        });
  }

  private Message message(CatalogEntry entry) {
    return encoder.encode(entry.topic(), entry.id(), entry.record());
  }

  private EventObject fields(Slice slice) {
    return parser.parse(slice.body(), slice.offset(), slice.length());
  }

  /** Reads an entry of one kind. */
  private interface EntryReader {
    CatalogEntry read(String id, EventObject fields, Instant received);
  }
}
