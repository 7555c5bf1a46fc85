package viewstream.ingestion.running;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one backend and one ready instance, started once for all of them. */
public final class RunningService implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Ingestion.class || type == Backend.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Started started =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(RunningService.class))
            .computeIfAbsent(Started.class, key -> Started.start(), Started.class);
    return parameter.getParameter().getType() == Backend.class
        ? started.backend()
        : started.ingestion();
  }

  private record Started(Backend backend, Ingestion ingestion) implements AutoCloseable {
    static Started start() {
      Backend backend = Backend.start();
      Ingestion ingestion = backend.ingestion(Map.of());
      await().atMost(Duration.ofMinutes(3)).until(ingestion::ready);
      return new Started(backend, ingestion);
    }

    @Override
    public void close() {
      ingestion.close();
      backend.close();
    }
  }
}
