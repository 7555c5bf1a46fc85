package viewstream.ingestion.http;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.network.Proxies;

/**
 * Replaces Tomcat's own error pages, its idea of who the client is, and its readiness to read a
 * form from whoever sends one before anybody has asked for it.
 */
@Component
class TomcatReplies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final String NONE = "";

  private final Proxies proxies;
  private final IngestionMetrics metrics;

  TomcatReplies(Proxies proxies, IngestionMetrics metrics) {
    this.proxies = proxies;
    this.metrics = metrics;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addEngineValves(new CharsetValve(), new ClientAddressValve(proxies));
    factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(NONE));
    factory.addContextCustomizers(
        context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(NONE);
            host.addValve(new ProblemValve(metrics));
          }
        });
  }
}
