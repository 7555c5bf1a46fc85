package viewstream.stack.clickhouse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import viewstream.stack.npm.NpmCache;
import viewstream.stack.npm.NpmFiles;

/** Keeps the engine's library in a folder, and fetches it there once. */
public final class EngineCache {
  private final Path folder;
  private final EnginePackage source;
  private final NpmCache npm;

  EngineCache(Path folder, EnginePackage source, NpmCache npm) {
    this.folder = folder;
    this.source = source;
    this.npm = npm;
  }

  /** The user's cache. */
  public static EngineCache ofUser() {
    return new EngineCache(
        NpmCache.folderOfUser(), EnginePackage.ofThisMachine(), new NpmCache("npm", System.err));
  }

  /**
   * The library's file.
   *
   * @throws IOException when it is neither here nor can be fetched; the message says what to do
   */
  public Path library() throws IOException {
    Path home =
        folder.resolve("clickhouse").resolve(EnginePackage.VERSION).resolve(source.platform());
    String library = EnginePackage.LIBRARY;
    npm.provide(
        new NpmFiles(
            "the ClickHouse engine",
            source.name(),
            EnginePackage.VERSION,
            "180 MB",
            Map.of(library, library)),
        home);
    return home.resolve(library);
  }
}
