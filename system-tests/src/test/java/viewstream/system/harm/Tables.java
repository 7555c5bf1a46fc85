package viewstream.system.harm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import viewstream.system.api.Http;
import viewstream.system.api.Reply;

/**
 * The product's tables in ClickHouse. A table that is put in the place of another is empty and goes
 * again when it is closed; nobody may write meanwhile.
 */
public final class Tables {
  private static final String DATABASE = "viewstream.";

  private final Http clickHouse;

  /**
   * @param address of ClickHouse's HTTP interface
   */
  public Tables(String address) {
    this.clickHouse = new Http(address);
  }

  /** One table in the place of another. */
  @FunctionalInterface
  public interface Replacement extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Makes a table anew, but for one clause.
   *
   * @param views that are fed from it
   * @param clause of its definition that must be there
   * @param instead what stands in its place
   */
  public Replacement replace(String table, List<String> views, String clause, String instead) {
    String definition = definition(table);
    if (!definition.contains(clause)) {
      throw new IllegalStateException("no '%s' in %s".formatted(clause, definition));
    }
    List<String> viewDefinitions = views.stream().map(this::definition).toList();
    views.forEach(view -> run("DROP VIEW " + DATABASE + view));
    run("RENAME TABLE %1$s%2$s TO %1$s%2$s_kept".formatted(DATABASE, table));
    run(definition.replace(clause, instead));
    viewDefinitions.forEach(this::run);
    return () -> {
      views.forEach(view -> run("DROP VIEW " + DATABASE + view));
      run("DROP TABLE " + DATABASE + table);
      run("RENAME TABLE %1$s%2$s_kept TO %1$s%2$s".formatted(DATABASE, table));
      viewDefinitions.forEach(this::run);
    };
  }

  private String definition(String table) {
    return run("SHOW CREATE TABLE " + DATABASE + table + " FORMAT TSVRaw");
  }

  private String run(String statement) {
    try {
      Reply reply = clickHouse.post("/", Map.of(), statement);
      if (!reply.successful()) {
        throw new IllegalStateException(statement + " answers " + reply);
      }
      return reply.body();
    } catch (IOException failed) {
      throw new UncheckedIOException(statement, failed);
    }
  }
}
