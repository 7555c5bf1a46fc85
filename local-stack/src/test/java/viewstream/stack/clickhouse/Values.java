package viewstream.stack.clickhouse;

import com.clickhouse.client.api.data_formats.internal.BinaryStreamReader.ArrayValue;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drivers name the same value by different classes; here it gets one. */
final class Values {
  private Values() {}

  /** Whole numbers as BigInteger, times as Instant, arrays as List; the rest as it is. */
  static @Nullable Object canonical(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Byte number -> BigInteger.valueOf(number);
      case Short number -> BigInteger.valueOf(number);
      case Integer number -> BigInteger.valueOf(number);
      case Long number -> BigInteger.valueOf(number);
      case BigDecimal number -> number.stripTrailingZeros();
      case ZonedDateTime time -> time.toInstant();
      case OffsetDateTime time -> time.toInstant();
      case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
      case Timestamp time -> time.toInstant();
      case Date date -> date.toLocalDate();
      case ArrayValue array -> list(array.getArray());
      case java.sql.Array array -> list(elements(array));
      case List<?> list -> list(list.toArray());
      case Map<?, ?> map -> map(map);
      default -> value.getClass().isArray() ? list(value) : value;
    };
  }

  private static List<@Nullable Object> list(Object array) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      list.add(canonical(Array.get(array, i)));
    }
    return list;
  }

  private static Map<Object, @Nullable Object> map(Map<?, ?> map) {
    Map<Object, @Nullable Object> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put(canonical(key), canonical(value)));
    return result;
  }

  private static Object elements(java.sql.Array array) {
    try {
      return array.getArray();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
