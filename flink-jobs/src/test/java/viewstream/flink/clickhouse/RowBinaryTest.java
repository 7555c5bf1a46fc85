package viewstream.flink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RowBinaryTest {
  @Test
  void numbersAreLittleEndian() {
    assertThat(hex(row -> row.int16(0x0102))).isEqualTo("0201");
    assertThat(hex(row -> row.int32(0xFFFF_FFFEL))).isEqualTo("feffffff");
    assertThat(hex(row -> row.int64(-2))).isEqualTo("feffffffffffffff");
    assertThat(hex(row -> row.float64(1.0))).isEqualTo("000000000000f03f");
  }

  @Test
  void whatDoesNotFitIsClamped() {
    assertThat(hex(row -> row.int16(70_000))).isEqualTo("ffff");
    assertThat(hex(row -> row.int32(-1))).isEqualTo("00000000");
    assertThat(hex(row -> row.int32(Long.MAX_VALUE))).isEqualTo("ffffffff");
  }

  @Test
  void textsHaveTheirLengthInBytesBefore() {
    assertThat(hex(row -> row.string("é"))).isEqualTo("02c3a9");
    assertThat(hex(row -> row.text(null))).isEqualTo("00");
    assertThat(hex(row -> row.string("x".repeat(300)))).startsWith("ac0278").hasSize(604);
  }

  @Test
  void uuidIsTwoHalvesHighFirst() {
    assertThat(hex(row -> row.uuid(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))))
        .isEqualTo("7766554433221100ffeeddccbbaa9988");
  }

  @Test
  void timesAreSecondsOrMilliseconds() {
    assertThat(hex(row -> row.dateTime(1_999))).isEqualTo("01000000");
    assertThat(hex(row -> row.dateTime64(Instant.ofEpochMilli(258)))).isEqualTo("0201000000000000");
  }

  @Test
  void nullsArraysAndMaps() {
    assertThat(hex(row -> row.nullable(null, RowBinary::bool))).isEqualTo("01");
    assertThat(hex(row -> row.nullable(true, RowBinary::bool))).isEqualTo("0001");
    assertThat(hex(row -> row.array(List.of("a", "b"), RowBinary::string))).isEqualTo("0201610162");
    assertThat(hex(row -> row.map(Map.of("a", 1), RowBinary::string, RowBinary::int16)))
        .isEqualTo("0101610100");
  }

  private static String hex(Consumer<RowBinary> write) {
    RowBinary row = new RowBinary();
    write.accept(row);
    return HexFormat.of().formatHex(row.toBytes());
  }
}
