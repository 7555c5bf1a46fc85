package viewstream.stack.demo;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Serves the demo page from an origin of its own, as a platform's site would be: the page at {@code
 * /}, the player SDK below {@code /dist/}, and what the page must know at {@code /config.json}.
 */
public final class DemoPage implements AutoCloseable {
  private final Server server;

  /**
   * @param page folder of the page's files
   * @param sdk folder of the built player SDK
   * @param config what the page finds at {@code /config.json}
   */
  public DemoPage(int port, Path page, Path sdk, Map<String, String> config) {
    server = new Server(new InetSocketAddress("127.0.0.1", port));
    server.setHandler(
        new Handler.Sequence(
            config(json(config)),
            new ContextHandler(files(sdk), "/dist"),
            new ContextHandler(files(page), "/")));
  }

  public void start() throws Exception {
    server.start();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }

  /** Answers at exactly this path, where Jetty would else ask for a slash at its end. */
  private static ContextHandler config(String json) {
    ContextHandler handler = new ContextHandler(new Config(json), "/config.json");
    handler.setAllowNullPathInContext(true);
    return handler;
  }

  /** Answers range requests, without which browsers do not seek in a video. */
  private ResourceHandler files(Path folder) {
    ResourceHandler handler = new ResourceHandler();
    // A path with dots in it would be an alias, of which nothing is served.
    handler.setBaseResource(
        ResourceFactory.of(server).newResource(folder.toAbsolutePath().normalize()));
    handler.setCacheControl("no-cache");
    handler.setDirAllowed(false);
    return handler;
  }

  private static String json(Map<String, String> config) {
    return config.entrySet().stream()
        .map(entry -> "\"%s\":\"%s\"".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static final class Config extends Handler.Abstract {
    private final String json;

    Config(String json) {
      this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      Content.Sink.write(response, true, json, callback);
      return true;
    }
  }
}
