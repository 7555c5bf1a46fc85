package viewstream.ingestion.cmcd;

import java.util.List;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.Cmcd;
import viewstream.schema.event.CmcdNumber;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;

/**
 * An event's own fields as far as a report says them. Counts and durations are totals of a session
 * there and differences here: they stay where they are until the view's tracker takes them apart.
 */
final class SaidFields {
  private static final int LONGEST_CODE = 128;

  private SaidFields() {}

  /** An event with these fields; who, what, when and where are still missing. */
  static PlaybackEvent record(Cmcd said, PlaybackType type) {
    var record = new PlaybackEvent();
    record.setType(type);
    record.setCmcd(said);
    record.setState(PlayerStates.of(said.getSta()));
    record.setPlayed(List.of());
    record.setPositionMs(notNegative(said.getPt()));
    record.setRate(said.getPr());
    switch (type) {
      case error -> {
        record.setFatal(PlayerStates.FATAL.equals(said.getSta()));
        record.setCode(code(said.getEc()));
      }
      case quality_change -> record.setBitrateKbps(videoBitrate(said.getBr()));
      case player_event -> record.setName(said.getE());
      default -> {}
    }
    return record;
  }

  private static @Nullable String code(List<String> codes) {
    return codes.stream().filter(code -> code.length() <= LONGEST_CODE).findFirst().orElse(null);
  }

  /** Of the picture if that is told apart, else of the only thing there is. */
  private static @Nullable Long videoBitrate(List<CmcdNumber> bitrates) {
    for (CmcdNumber bitrate : bitrates) {
      if ("v".equals(bitrate.getObject()) || "av".equals(bitrate.getObject())) {
        return notNegative(bitrate.getValue());
      }
    }
    boolean alone = bitrates.size() == 1 && bitrates.getFirst().getObject() == null;
    return alone ? notNegative(bitrates.getFirst().getValue()) : null;
  }

  private static @Nullable Long notNegative(@Nullable Long value) {
    return value == null || value < 0 ? null : value;
  }
}
