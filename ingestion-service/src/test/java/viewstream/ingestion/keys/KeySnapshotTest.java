package viewstream.ingestion.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySnapshotTest {
  @TempDir private Path folder;

  @Test
  void givesBackWhatWasWrittenLast() {
    var snapshot = new KeySnapshot(folder.resolve("not/yet/there/keys.avro"));
    NewKey web = NewKey.write("web");
    NewKey billing = NewKey.secret("billing");

    assertThat(snapshot.read()).isNull();
    snapshot.write(List.of(web.record()));
    snapshot.write(List.of(web.record(), billing.record()));

    assertThat(snapshot.read()).containsExactly(web.record(), billing.record());
  }

  @Test
  void aFileOfSomethingElseIsAsGoodAsNone() throws IOException {
    Path file = folder.resolve("keys.avro");
    Files.writeString(file, "no keys are in here");

    assertThat(new KeySnapshot(file).read()).isNull();
  }
}
