package viewstream.ingestion.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.ingestion.running.Backend;

/** Everything one can do to a front door with a socket: it costs little and kills nothing. */
@Tag("long")
class AbuseIT {
  private static final int TIMES = 20;
  private static final int CROWD = 1_000;

  /** Of heap it has 512; the rest is classes, code, threads and buffers. */
  private static final long MOST_RESIDENT_MIB = 512 + 350;

  @TempDir Path folder;

  @Test
  void costsLittleAndKillsNothing() throws Exception {
    Map<String, String> impatient =
        Map.of("VIEWSTREAM_ADMISSION_BODY_WITHIN", "3s", "SERVER_TOMCAT_CONNECTION_TIMEOUT", "2s");
    try (Backend backend = Backend.startProcesses();
        ServiceProcess service =
            ServiceProcess.start(folder, backend.kafka(), backend.registry(), impatient)) {
      List<Abuse> abuses = Abuse.all();
      for (Abuse abuse : abuses) {
        send(service, abuse); // for the JIT and for buffers that stay
      }
      System.out.println("| request | status | milliseconds | CPU ms | resident MiB |");
      System.out.println("|---|---|---|---|---|");
      Map<String, Integer> wanted = new LinkedHashMap<>();
      Map<String, Integer> got = new LinkedHashMap<>();
      for (Abuse abuse : abuses) {
        wanted.put(abuse.name(), abuse.status());
        got.put(abuse.name(), inflict(service, abuse));
      }
      crowd(service, "%d connections that say nothing", -1);
      crowd(service, "%d bodies of 1 MiB, announced and not sent", 0);
      crowd(service, "%d bodies that come byte by byte", 1);

      assertThat(got).isEqualTo(wanted);
      assertThat(service.usage().residentBytes() >> 20)
          .as("resident MiB")
          .isLessThan(MOST_RESIDENT_MIB);
      assertThat(service.isReady()).isTrue();
      assertThat(service.metric("viewstream_ingestion_bytes_in_flight_bytes")).isZero();
      assertThat(send(service, abuses.getFirst())).isEqualTo(200);
    }
  }

  /** Does it many times; the status that it gets. */
  private static int inflict(ServiceProcess service, Abuse abuse) throws IOException {
    ProcessUsage before = service.usage();
    long begin = System.nanoTime();
    int status = 0;
    for (int i = 0; i < TIMES; i++) {
      status = send(service, abuse);
    }
    row(abuse.name(), Integer.toString(status), begin, before, service.usage(), TIMES);
    return status;
  }

  private static int send(ServiceProcess service, Abuse abuse) throws IOException {
    try (RawConnection connection = new RawConnection(service.port())) {
      connection.head(abuse.headers(), abuse.body().length);
      connection.write(abuse.body());
      return connection.status();
    }
  }

  /**
   * Many at once, while a well-meant request goes through.
   *
   * @param bytes of each body, one every second; -1 for not even a head
   */
  private static void crowd(ServiceProcess service, String name, int bytes) throws IOException {
    List<RawConnection> connections = new ArrayList<>();
    ProcessUsage before = service.usage();
    long begin = System.nanoTime();
    try {
      for (int i = 0; i < CROWD; i++) {
        RawConnection connection = new RawConnection(service.port());
        connections.add(connection);
        if (bytes >= 0) {
          connection.head("", 1 << 20);
        }
      }
      for (int second = 0; second < 4; second++) {
        if (bytes > 0) {
          drip(connections);
        }
        assertThat(send(service, Abuse.all().getFirst())).as("beside " + name).isEqualTo(200);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      }
      int status = connections.getFirst().status();
      row(name.formatted(CROWD), Integer.toString(status), begin, before, service.usage(), 1);
    } finally {
      for (RawConnection connection : connections) {
        connection.close();
      }
    }
  }

  private static void drip(List<RawConnection> connections) {
    for (RawConnection connection : connections) {
      try {
        connection.write(new byte[] {' '});
      } catch (IOException closed) {
        // which is what it is about
      }
    }
  }

  private static void row(
      String name, String status, long begin, ProcessUsage before, ProcessUsage after, int times) {
    System.out.printf(
        "| %s | %s | %.1f | %.1f | %+d |%n",
        name,
        status.equals("0") ? "closed" : status,
        (System.nanoTime() - begin) / 1e6 / times,
        millis(after.cpu().minus(before.cpu())) / times,
        (after.residentBytes() - before.residentBytes()) >> 20);
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
