package viewstream.system.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A Markdown file whose fenced blocks marked {@code sh test} are one shell script. */
record Readme(String text) {
  private static final Pattern BLOCK =
      Pattern.compile("^```sh test\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  static Readme of(Path file) throws IOException {
    return new Readme(Files.readString(file));
  }

  /** What stands in the blocks, from top to bottom. */
  List<String> blocks() {
    return BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
  }

  /** One script of all blocks, which ends with the first command that fails. */
  String script() {
    return "set -euo pipefail\n" + String.join("\n", blocks());
  }
}
