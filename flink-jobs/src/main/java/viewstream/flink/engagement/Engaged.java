package viewstream.flink.engagement;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import viewstream.flink.serial.SerializedType;
import viewstream.flink.source.Logged;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.TrafficClass;

/**
 * An engagement without duplicates.
 *
 * @param report what was done, and when the log took it in
 * @param live false when it came more than 24 hours late and only the rollup counts it
 */
public record Engaged(Logged<EngagementEvent> report, boolean live) {
  /** How Flink moves it. */
  public static final TypeInformation<Engaged> TYPE =
      SerializedType.of(Engaged.class, new EngagedSerializer());

  public EngagementEvent event() {
    return report.value();
  }

  /** Event time, epoch ms. */
  public long eventTime() {
    return event().getEventTime().toEpochMilli();
  }

  /** When the log took it in, epoch ms. */
  public long logTime() {
    return report.time();
  }

  /** Whether it belongs in the live figures. */
  public boolean counts() {
    return live && event().getOrigin().getTrafficClass() == TrafficClass.human;
  }
}
