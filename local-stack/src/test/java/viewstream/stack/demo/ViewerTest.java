package viewstream.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ViewerTest {
  private static final Pattern TYPE = Pattern.compile("\"type\":\"(\\w+)\"");

  @Test
  void everyPlaybackBeginsWithPlayAndEndsWithStop() {
    Instant begin = Instant.ofEpochSecond(1_000_000);
    Viewer viewer = new Viewer(1, begin, new Random(7));
    List<String> types = new ArrayList<>();
    for (int tick = 0; tick < 36_000; tick++) {
      viewer.events(begin.plusMillis(100L * tick)).forEach(event -> types.add(type(event)));
    }

    assertThat(String.join(" ", types).replace(" like", ""))
        .matches("(play first_frame( heartbeat)*( complete)? stop ?)+.*");
    assertThat(types).contains("complete", "like");
  }

  private static String type(String event) {
    Matcher matcher = TYPE.matcher(event);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
