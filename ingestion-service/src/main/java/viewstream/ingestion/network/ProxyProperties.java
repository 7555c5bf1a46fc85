package viewstream.ingestion.network;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stands between clients and the service.
 *
 * @param trusted networks of proxies whose {@code X-Forwarded-For} and {@code Forwarded} are
 *     believed; none means that whoever opens the connection is the client
 */
@ConfigurationProperties("viewstream.proxies")
public record ProxyProperties(@DefaultValue List<String> trusted) {
  public ProxyProperties {
    trusted = List.copyOf(trusted);
  }
}
