package viewstream.stack.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.utility.DockerImageName;
import viewstream.stack.Checkout;
import viewstream.stack.Part;

/** The images that {@code docker-compose.yml} pins: tests run on what is deployed. */
final class Images {
  private Images() {}

  static DockerImageName of(Part part) {
    Matcher image =
        Pattern.compile(
                "^  " + part.label() + ":$.*?^    image: (\\S+)$",
                Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(compose());
    if (!image.find()) {
      throw new IllegalArgumentException(
          part.label() + ": docker-compose.yml pins no image for it");
    }
    return DockerImageName.parse(image.group(1));
  }

  private static String compose() {
    try {
      return Files.readString(Checkout.locate().root().resolve("docker-compose.yml"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
