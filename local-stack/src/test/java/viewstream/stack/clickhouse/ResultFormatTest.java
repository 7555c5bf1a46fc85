package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFormatTest {
  private static final byte[] BLOCK = {
    2, 1, 'a', 2, 'b', 'c', 5, 'U', 'I', 'n', 't', '8', 6, 'S', 't', 'r', 'i', 'n', 'g', 7, 1, 'x'
  };

  @Test
  void findsTheHeaderThatEveryBlockRepeats() {
    assertThat(new ResultFormat("RowBinaryWithNamesAndTypes").repeatedBytes(ByteBuffer.wrap(BLOCK)))
        .isEqualTo(BLOCK.length - 3);
  }

  @Test
  void findsAHeaderWithLongNames() {
    ByteBuffer block = ByteBuffer.allocate(400);
    block.put((byte) 1).put((byte) 0xac).put((byte) 2).position(3 + 300);
    block.put((byte) 5).put("UInt8".getBytes()).put((byte) 42);

    assertThat(new ResultFormat("RowBinaryWithNamesAndTypes").repeatedBytes(block.rewind()))
        .isEqualTo(3 + 300 + 6);
  }

  @Test
  void leavesBlocksOfOtherFormatsWhole() {
    assertThat(new ResultFormat("RowBinary").repeatedBytes(ByteBuffer.wrap(BLOCK))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "RowBinaryWithNamesAndTypes, true",
    "rowbinary, true",
    "Native, true",
    "JSONEachRow, true",
    "JSON, false",
    "CSVWithNames, false",
    "Parquet, false",
    "Anything, false"
  })
  void streamsOnlyWhatBlocksDoNotSpoil(String name, boolean streams) {
    assertThat(new ResultFormat(name).streams()).isEqualTo(streams);
  }

  @ParameterizedTest
  @CsvSource({
    "JSON, application/json; charset=UTF-8",
    "JSONEachRow, application/x-ndjson; charset=UTF-8",
    "TSV, text/tab-separated-values; charset=UTF-8",
    "CSV, text/csv; charset=UTF-8",
    "Native, application/octet-stream",
    "Pretty, text/plain; charset=UTF-8"
  })
  void namesTheMediaType(String name, String type) {
    assertThat(new ResultFormat(name).contentType()).isEqualTo(type);
  }
}
