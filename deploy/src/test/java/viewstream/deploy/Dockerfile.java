package viewstream.deploy;

import java.util.Arrays;
import java.util.List;

/**
 * The instructions of a Dockerfile, from top to bottom.
 *
 * @param instructions without comments, continued lines joined
 */
record Dockerfile(List<Instruction> instructions) {

  /** For instance {@code COPY} and {@code a.jar lib/}. */
  record Instruction(String verb, String argument) {
    /** The argument cut at spaces. */
    List<String> words() {
      return List.of(argument.split("\\s+"));
    }

    /** The strings of a JSON array. */
    List<String> array() {
      return Arrays.stream(argument.substring(1, argument.length() - 1).split(",\\s*"))
          .map(word -> word.substring(1, word.length() - 1))
          .toList();
    }
  }

  static Dockerfile read(String path) {
    return new Dockerfile(
        Repository.text(path)
            .replaceAll("(?m)^#.*\\n", "")
            .replaceAll("\\\\\\n\\s*", "")
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split("\\s+", 2))
            .map(words -> new Instruction(words[0], words[1]))
            .toList());
  }

  List<Instruction> all(String verb) {
    return instructions.stream().filter(instruction -> instruction.verb().equals(verb)).toList();
  }
}
