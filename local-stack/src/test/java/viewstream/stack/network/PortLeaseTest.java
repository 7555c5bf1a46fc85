package viewstream.stack.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortLeaseTest {
  @Test
  void neverGivesTheSamePortTwice() throws IOException {
    try (PortLease one = new PortLease();
        PortLease other = new PortLease()) {
      Ports ports = Ports.free(one);
      Ports others = Ports.free(other);

      assertThat(ports.numbers().values()).doesNotContainAnyElementsOf(others.numbers().values());
      assertThat(ports.numbers().values()).doesNotHaveDuplicates();
    }
  }

  @Test
  void knowsWhatIsTaken() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortLease.isFree(socket.getLocalPort())).isFalse();
    }
  }
}
