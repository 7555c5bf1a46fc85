package viewstream.system.harm;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The jar of the Flink job with one line of one class changed: a product that is wrong in a known
 * way.
 */
public final class MutatedJob {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SOURCES = CHECKOUT.resolve("flink-jobs/src/main/java");
  private static final Path JAR = CHECKOUT.resolve("flink-jobs/target/flink-jobs-all.jar");
  private static final Path FLINK = CHECKOUT.resolve("local-stack/fleet/flink/target/lib");

  private MutatedJob() {}

  /**
   * Makes the jar in a folder.
   *
   * @param source of the class, below the job's sources
   * @param line of it that must be there
   * @param instead what stands in its place
   * @throws IllegalStateException when the line is not there any more
   */
  public static Path make(Path folder, String source, String line, String instead)
      throws IOException {
    String original = Files.readString(SOURCES.resolve(source));
    if (!original.contains(line)) {
      throw new IllegalStateException("no '%s' in %s".formatted(line, source));
    }
    Path changed = folder.resolve(source);
    Files.createDirectories(changed.getParent());
    Files.writeString(changed, original.replace(line, instead));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(changed, classes);
    return pack(folder.resolve("mutated-job.jar"), classes);
  }

  private static void compile(Path source, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> sources = files.getJavaFileObjects(source);
      String classPath = JAR + ":" + FLINK + "/*";
      List<String> options =
          List.of("-d", classes.toString(), "-cp", classPath, "--release", "21", "-proc:none");
      if (!compiler.getTask(null, files, null, options, null, sources).call()) {
        throw new IllegalStateException("the changed " + source + " does not compile");
      }
    }
  }

  private static Path pack(Path jar, Path classes) throws IOException {
    Files.copy(JAR, jar, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file,
            zip.getPath("/").resolve(classes.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return jar;
  }
}
