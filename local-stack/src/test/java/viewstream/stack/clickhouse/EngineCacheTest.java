package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.stack.npm.NpmCache;

/** With a script in npm's place. */
class EngineCacheTest {
  private static final EnginePackage LINUX = EnginePackage.of("Linux", "amd64");

  @TempDir private Path folder;

  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

  @Test
  void fetchesOnceHoweverManyAsk() throws Exception {
    Path npm =
        script(
            """
            echo "$@" >> %s
            package=$PWD/node_modules/@chdb/lib-linux-x64-gnu
            mkdir -p $package && echo library > $package/libchdb.so
            """
                .formatted(folder.resolve("calls")));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Path>> found = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        found.add(threads.submit(() -> cache(npm.toString()).library()));
      }
      for (Future<Path> library : found) {
        assertThat(library.get()).hasContent("library\n");
      }
    }
    assertThat(folder.resolve("calls"))
        .content()
        .containsOnlyOnce("install")
        .contains("@chdb/lib-linux-x64-gnu@26.7.3-stable.1");
    assertThat(progress.toString()).contains("Fetching the ClickHouse engine once");
  }

  @Test
  void saysWhatToInstallWithoutNpm() {
    assertThatIOException()
        .isThrownBy(() -> cache(folder.resolve("no-npm").toString()).library())
        .withMessageContaining("install Node.js");
  }

  @Test
  void tellsWhatNpmSaidAndLeavesNothingBehind() throws Exception {
    Path npm = script("echo half > $PWD/half; echo the registry is away; exit 1");

    assertThatIOException()
        .isThrownBy(() -> cache(npm.toString()).library())
        .withMessageContaining("the registry is away");
    try (var files = Files.walk(folder.resolve("cache")).filter(Files::isRegularFile)) {
      assertThat(files).extracting(Path::getFileName).containsExactly(Path.of("fetch.lock"));
    }
  }

  @Test
  void takesWhatAnInterruptedFetchLeftForNothing() throws Exception {
    Path npm =
        script(
            "package=$PWD/node_modules/@chdb/lib-linux-x64-gnu; mkdir -p $package; echo new > $package/libchdb.so");
    Path home =
        Files.createDirectories(folder.resolve("cache/clickhouse/26.7.3-stable.1/linux-x64-gnu"));
    Files.createDirectories(home.resolve("fetch-123/node_modules"));

    assertThat(cache(npm.toString()).library()).hasContent("new\n");
  }

  private EngineCache cache(String npm) {
    return new EngineCache(
        folder.resolve("cache"), LINUX, new NpmCache(npm, new PrintStream(progress)));
  }

  private Path script(String text) throws IOException {
    Path file = folder.resolve("npm");
    Files.writeString(file, "#!/bin/sh\n" + text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
