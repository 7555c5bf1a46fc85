package viewstream.stack.clickhouse;

import java.util.Locale;

/**
 * The npm package that carries the engine's library for one platform.
 *
 * @param platform operating system, processor and C library as the package's name spells them
 */
record EnginePackage(String platform) {

  /** Pinned: the package's tag {@code latest} is older. */
  static final String VERSION = "26.7.3-stable.1";

  static final String LIBRARY = "libchdb.so";

  /** The package for the machine this runs on. */
  static EnginePackage ofThisMachine() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static EnginePackage of(String operatingSystem, String architecture) {
    String processor =
        switch (architecture) {
          case "amd64", "x86_64" -> "x64";
          case "aarch64", "arm64" -> "arm64";
          default -> throw unsupported(operatingSystem, architecture);
        };
    String system = operatingSystem.toLowerCase(Locale.ROOT);
    if (system.startsWith("linux")) {
      return new EnginePackage("linux-" + processor + "-gnu");
    }
    if (system.startsWith("mac")) {
      return new EnginePackage("darwin-" + processor);
    }
    throw unsupported(operatingSystem, architecture);
  }

  String name() {
    return "@chdb/lib-" + platform;
  }

  private static IllegalStateException unsupported(String operatingSystem, String architecture) {
    return new IllegalStateException(
        "There is no embedded ClickHouse engine for %s on %s; point the services at a ClickHouse server"
            .formatted(operatingSystem, architecture));
  }
}
