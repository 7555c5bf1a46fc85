package viewstream.ingestion.enrichment;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose traffic is the platform's own.
 *
 * @param users by their user ids
 * @param networks by their addresses, such as 192.0.2.0/24
 */
@ConfigurationProperties("viewstream.internal")
public record TrafficProperties(
    @DefaultValue Set<String> users, @DefaultValue List<String> networks) {
  public TrafficProperties {
    users = Set.copyOf(users);
    networks = List.copyOf(networks);
  }

  @Override
  public String toString() {
    return "TrafficProperties[users=" + users.size() + ", networks=" + networks.size() + "]";
  }
}
