package viewstream.schema.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every released form of a record stays readable. Beside this class lie, for each record and
 * version, the schema ({@code PlaybackEvent.1.avsc}) and the sample's bytes in hexadecimal ({@code
 * PlaybackEvent.1.hex}). A changed record needs a new pair of files under the next version; the old
 * pairs are never touched.
 */
class SchemaEvolutionTest {
  @BeforeAll
  static void trustRecords() {
    TrustedRecords.trust();
  }

  static Stream<SpecificRecord> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsTheBytesOfEveryVersion(SpecificRecord sample) throws IOException {
    String name = sample.getSchema().getName();
    for (int version = 1; version <= newest(name); version++) {
      byte[] golden = HexFormat.of().parseHex(resource(name + "." + version + ".hex").strip());
      Schema written = new Schema.Parser().parse(resource(name + "." + version + ".avsc"));

      Object read =
          new SpecificDatumReader<>(written, sample.getSchema())
              .read(null, DecoderFactory.get().binaryDecoder(golden, null));

      assertThat(read).as("version %d", version).isEqualTo(asOf(written, sample));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writesTheBytesOfTheNewestVersion(SpecificRecord sample) throws IOException {
    String name = sample.getSchema().getName();

    assertThat(HexFormat.of().formatHex(encode(sample)))
        .isEqualTo(resource(name + "." + newest(name) + ".hex").strip());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theNewestKeptSchemaIsTheSchemaInUse(SpecificRecord sample) throws IOException {
    String name = sample.getSchema().getName();

    assertThat(new Schema.Parser().parse(resource(name + "." + newest(name) + ".avsc")))
        .isEqualTo(sample.getSchema());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSchemaInUseReadsAllThatWereReleased(SpecificRecord sample)
      throws IOException, SchemaValidationException {
    String name = sample.getSchema().getName();
    List<Schema> released =
        Stream.iterate(1, version -> version + 1)
            .limit(newest(name))
            .map(version -> new Schema.Parser().parse(resource(name + "." + version + ".avsc")))
            .toList();

    new SchemaValidatorBuilder()
        .canReadStrategy()
        .validateAll()
        .validate(sample.getSchema(), released);
  }

  /** The sample without what was added after a version: that has its default. */
  private static SpecificRecord asOf(Schema written, SpecificRecord sample) {
    SpecificData model = SpecificData.getForClass(sample.getClass());
    SpecificRecord earlier = model.deepCopy(sample.getSchema(), sample);
    for (Schema.Field field : sample.getSchema().getFields()) {
      if (written.getField(field.name()) == null) {
        earlier.put(field.pos(), model.getDefaultValue(field));
      }
    }
    return earlier;
  }

  private static byte[] encode(SpecificRecord sample) throws IOException {
    var bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(sample.getSchema()).write(sample, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static int newest(String name) {
    int version = 0;
    while (SchemaEvolutionTest.class.getResource(name + "." + (version + 1) + ".avsc") != null) {
      version++;
    }
    return version;
  }

  private static String resource(String file) {
    try (InputStream in = SchemaEvolutionTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
