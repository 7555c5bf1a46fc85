package viewstream.ingestion.replay;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.pipeline.Outcome.Accepted;
import viewstream.ingestion.validation.EventObject;
import viewstream.schema.event.Context;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.Origin;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.event.RejectedSender;

/** Puts back into a record what was known when its event arrived and cannot be found out again. */
final class Restoration {
  private static final String UNKNOWN = "unknown";
  private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{16}");

  private final RejectedEvent rejected;
  private final EventObject event;
  private final EventObject shared;

  /**
   * @param event its own fields
   * @param shared those of its batch
   */
  Restoration(RejectedEvent rejected, EventObject event, EventObject shared) {
    this.rejected = rejected;
    this.event = event;
    this.shared = shared;
  }

  /** The same with what was known then. */
  Accepted of(Accepted accepted) {
    UUID id =
        rejected.getEventId() == null ? accepted.eventId() : UUID.fromString(rejected.getEventId());
    return switch (accepted.record()) {
      case PlaybackEvent playback -> {
        restore(playback.getContext(), playback.getOrigin());
        boolean ownView = playback.getViewId().equals(accepted.eventId().toString());
        playback.setEventId(id);
        playback.setViewId(ownView ? id.toString() : playback.getViewId());
        yield new Accepted(id, accepted.topic(), playback.getViewId(), playback);
      }
      case EngagementEvent engagement -> {
        restore(engagement.getContext(), engagement.getOrigin());
        engagement.setEventId(id);
        yield new Accepted(id, accepted.topic(), id.toString(), engagement);
      }
      default -> accepted; // revenue has an id of its own, and no viewer
    };
  }

  private void restore(Context context, Origin origin) {
    RejectedSender sender = rejected.getSender();
    if (sender != null) {
      restorePlace(context, sender);
      fill(context.getDevice(), sender.getDevice(), context::setDevice);
      fill(context.getOs(), sender.getOs(), context::setOs);
      fill(context.getBrowser(), sender.getBrowser(), context::setBrowser);
      origin.setTrafficClass(sender.getTrafficClass());
    }
    restoreViewer(origin, sender);
  }

  private static void restorePlace(Context context, RejectedSender sender) {
    if (context.getCountry().equals(UNKNOWN)) {
      context.setCountry(sender.getCountry());
      context.setRegion(sender.getRegion());
      context.setCity(sender.getCity());
    }
  }

  private static void fill(String said, String found, Consumer<String> label) {
    if (said.equals(UNKNOWN)) {
      label.accept(found);
    }
  }

  /** Where a person was named there stands a pseudonym now, which is what was wanted. */
  private void restoreViewer(Origin origin, @Nullable RejectedSender sender) {
    boolean original = rejected.getEncrypted() && event.value("user_id") != null;
    if (original) {
      return;
    }
    EventObject fields = event.over(shared);
    String person = fields.text("user_id");
    String pseudonym = person != null ? person : fields.text("ip");
    if (pseudonym != null && PSEUDONYM.matcher(pseudonym).matches()) {
      origin.setViewerId(Long.parseUnsignedLong(pseudonym, 16));
    } else if (person == null && sender != null) {
      origin.setViewerId(sender.getViewerId());
    }
  }
}
