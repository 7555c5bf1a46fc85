package viewstream.ingestion.http;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import viewstream.ingestion.network.Proxies;

/** Replaces Tomcat's own error pages and its idea of who the client is. */
@Component
class TomcatReplies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final Proxies proxies;

  TomcatReplies(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addEngineValves(new ClientAddressValve(proxies));
    factory.addContextCustomizers(
        context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemValve.class.getName());
          }
        });
  }
}
