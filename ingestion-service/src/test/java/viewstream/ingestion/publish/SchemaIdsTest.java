package viewstream.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.schema.topic.Topic;

class SchemaIdsTest {
  private static final Set<Topic> TOPICS = Set.of(Topic.VIDEO_VIEW_EVENTS, Topic.REJECTED_EVENTS);
  private static final Map<Topic, Integer> IDS =
      Map.of(Topic.VIDEO_VIEW_EVENTS, 7, Topic.REJECTED_EVENTS, 9);

  @TempDir Path folder;

  @Test
  void knowsWhatItWasTold() {
    SchemaIds ids = new SchemaIds(folder.resolve("ids"));
    assertThat(ids.read(TOPICS)).isEmpty();
    ids.write(Map.of(Topic.VIDEO_VIEW_EVENTS, 1));
    ids.write(IDS);
    assertThat(new SchemaIds(folder.resolve("ids")).read(TOPICS)).isEqualTo(IDS);
  }

  @Test
  void knowsNothingIfItDoesNotKnowAll() {
    SchemaIds ids = new SchemaIds(folder.resolve("ids"));
    ids.write(Map.of(Topic.VIDEO_VIEW_EVENTS, 7));
    assertThat(ids.read(TOPICS)).isEmpty();
  }

  @Test
  void doesNotTakeTheIdOfAnotherTextOfTheSchema() throws IOException {
    Path file = folder.resolve("ids");
    SchemaIds ids = new SchemaIds(file);
    ids.write(IDS);
    String kept = Files.readString(file);
    Files.writeString(
        file,
        kept.replaceAll("(?m)^(video_view_events-value\\.)[0-9a-f]{16}", "$10123456789abcdef"));
    assertThat(Files.readString(file)).isNotEqualTo(kept);
    assertThat(ids.read(TOPICS)).isEmpty();
  }

  @Test
  void doesNotStumbleOverAFileThatIsNone() throws IOException {
    Path file = folder.resolve("ids");
    Files.writeString(file, "video \\u00zz");
    assertThat(new SchemaIds(file).read(TOPICS)).isEmpty();
  }
}
