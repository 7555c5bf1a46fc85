package viewstream.deploy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import viewstream.stack.network.PortLease;

/** The addresses that services have under compose, and where they are on this machine instead. */
final class Network implements AutoCloseable {
  private final PortLease lease = new PortLease();
  private final Map<String, String> places = new LinkedHashMap<>();

  /** Gives a service's port a free one of this machine; returns its number. */
  int open(String service, int port) throws IOException {
    int free = lease.lease();
    put(service, port, "127.0.0.1:" + free);
    return free;
  }

  /** Says where a service is. */
  void put(String service, int port, String place) {
    places.put(service + ":" + port, place);
  }

  /** The text with every address of a service replaced. */
  String translate(String text) {
    String translated = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      translated = translated.replace(place.getKey(), place.getValue());
    }
    return translated;
  }

  Map<String, String> translate(Map<String, String> environment) {
    Map<String, String> translated = new TreeMap<>(environment);
    translated.replaceAll((name, value) -> translate(value));
    return translated;
  }

  @Override
  public void close() throws IOException {
    lease.close();
  }
}
