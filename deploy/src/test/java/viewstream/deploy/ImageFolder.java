package viewstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Dockerfile makes, in a folder instead of an image: files are copied and Java is run as it
 * says, on this machine's JDK. What it does to the base image beside that – users – is left out.
 */
final class ImageFolder {
  static final String JAVA = System.getProperty("java.home") + "/bin/java";

  private static final String FROM_STAGE = "--from=";

  private final Path folder;
  private final Map<String, Path> stages = new HashMap<>();
  private Path root;
  private Path workdir;
  private List<String> entrypoint = List.of();

  private ImageFolder(Path folder) {
    this.folder = folder;
    this.root = folder;
    this.workdir = folder;
  }

  /** Follows a Dockerfile. */
  static ImageFolder build(Dockerfile dockerfile, Path folder) throws Exception {
    ImageFolder image = new ImageFolder(folder);
    for (Dockerfile.Instruction instruction : dockerfile.instructions()) {
      image.follow(instruction);
    }
    return image;
  }

  /** Where a path of the container lies. */
  Path resolve(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  Path workdir() {
    return workdir;
  }

  List<String> entrypoint() {
    return entrypoint;
  }

  private void follow(Dockerfile.Instruction instruction) throws Exception {
    switch (instruction.verb()) {
      case "FROM" -> begin(instruction.words());
      case "WORKDIR" -> workdir = Files.createDirectories(resolve(instruction.argument()));
      case "COPY" -> copy(instruction.words());
      case "RUN" -> run(instruction.argument());
      case "ENTRYPOINT" -> entrypoint = onThisJdk(instruction.array());
      case "CMD", "EXPOSE", "USER" -> {}
      default -> throw new IllegalStateException(instruction.verb() + " is not known here");
    }
  }

  private void begin(List<String> words) throws IOException {
    root = Files.createDirectories(folder.resolve("stage-" + stages.size()));
    workdir = root;
    stages.put(words.getLast(), root);
  }

  private void copy(List<String> words) throws IOException {
    boolean fromStage = words.getFirst().startsWith(FROM_STAGE);
    List<String> sources = words.subList(fromStage ? 1 : 0, words.size() - 1);
    Path target = workdir.resolve(words.getLast());
    for (String source : sources) {
      Path from =
          fromStage
              ? stages
                  .get(words.getFirst().substring(FROM_STAGE.length()))
                  .resolve(source.substring(1))
              : Repository.file(source);
      if (Files.isDirectory(from)) {
        copyTree(from, target);
      } else {
        boolean into = words.getLast().endsWith("/");
        Path file = into ? target.resolve(from.getFileName()) : target;
        Files.createDirectories(file.getParent());
        Files.copy(from, file, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private void run(String command) throws Exception {
    if (command.contains("java ")) {
      Run run =
          Run.in(
              workdir, Map.of("PATH", javaFirst()), List.of("bash", "-c", "exec 2>&1; " + command));
      assertThat(run.exitCode()).as(command + "\n" + run.output()).isZero();
    }
  }

  /** A search path on which this JDK comes first. */
  static String javaFirst() {
    return System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
  }

  private static List<String> onThisJdk(List<String> words) {
    return words.stream().map(word -> word.equals("java") ? JAVA : word).toList();
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
