package viewstream.ingestion.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first step of a graceful stop, before the web server's own: that one answers 503 to what
 * comes on a connection that is kept alive. Here no new connection is let in, and each that is
 * there gets its reply, which says that it is the last.
 */
@Component
class Drain implements SmartLifecycle, Filter {
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(8);

  /** So long after the last request those that are still connected have nothing to say. */
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final ServletWebServerApplicationContext context;
  private volatile boolean running;

  /** Written by all requests; any of the newest will do. */
  private volatile long lastRequest = System.nanoTime();

  Drain(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    lastRequest = System.nanoTime();
    chain.doFilter(request, response);
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    if (running && context.getWebServer() instanceof TomcatWebServer server) {
      server.getTomcat().getConnector().getProtocolHandler().closeServerSocketGraceful();
      long begin = System.nanoTime();
      while (System.nanoTime() - begin < LONGEST_NANOS
          && System.nanoTime() - lastRequest < QUIET_NANOS) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops first. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
