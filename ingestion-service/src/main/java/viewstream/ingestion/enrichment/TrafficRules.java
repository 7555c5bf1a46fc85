package viewstream.ingestion.enrichment;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.ingestion.network.DataCenters;
import viewstream.ingestion.network.Networks;

/** Which traffic is no ordinary viewer's. */
@Component
final class TrafficRules {
  private final DataCenters dataCenters;
  private final Set<String> users;
  private final Networks networks;

  TrafficRules(TrafficProperties properties, DataCenters dataCenters) {
    this.dataCenters = dataCenters;
    this.users = properties.users();
    this.networks = Networks.parse(properties.networks());
  }

  /** Whether a public address is a data centre's. */
  boolean inDataCenter(InetAddress address) {
    return dataCenters.contain(address);
  }

  /** Whether a network is the platform's own. */
  boolean internal(@Nullable InetAddress address) {
    return networks.contain(address);
  }

  /** Whether a user is one of the platform's own. */
  boolean internal(@Nullable String userId) {
    return userId != null && users.contains(userId);
  }
}
