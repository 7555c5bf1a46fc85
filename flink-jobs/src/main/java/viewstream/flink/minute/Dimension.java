package viewstream.flink.minute;

import java.util.function.Function;
import viewstream.schema.event.Context;

/** What views are broken down by. State is written in this order: append, never reorder. */
enum Dimension {
  COUNTRY("country", Context::getCountry),
  REGION("region", Context::getRegion),
  DEVICE("device", Context::getDevice),
  OS("os", Context::getOs),
  BROWSER("browser", Context::getBrowser),
  PLATFORM("platform", Context::getPlatform),
  TRAFFIC_SOURCE("traffic_source", Context::getTrafficSource),
  AGE_GROUP("age_group", Context::getAgeGroup),
  GENDER("gender", Context::getGender);

  private final String label;
  private final Function<Context, String> value;

  Dimension(String label, Function<Context, String> value) {
    this.label = label;
    this.value = value;
  }

  String column() {
    return "views_by_" + label;
  }

  String of(Context context) {
    return value.apply(context);
  }
}
