package viewstream.flink.trending;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import viewstream.flink.serial.SerializedType;
import viewstream.schema.redis.TrendingList;

/**
 * A list as it is published.
 *
 * @param scope what it is about
 * @param list the list
 */
record RegionList(Scope scope, TrendingList list) {
  /** How Flink moves it. */
  static final TypeInformation<RegionList> TYPE =
      SerializedType.of(RegionList.class, new RegionListSerializer());
}
