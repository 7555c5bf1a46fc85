package viewstream.ingestion.enrichment;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.metrics.Step;
import viewstream.ingestion.metrics.StepWatch;
import viewstream.ingestion.network.Address;
import viewstream.ingestion.network.PublicAddress;
import viewstream.ingestion.validation.EventObject;
import viewstream.schema.event.TrafficClass;

/**
 * Where a request came from, and what that tells about its events. Each fact is worked out when it
 * is asked for, once for all events of the request. Personal: it is looked at and forgotten, never
 * stored or logged. For one thread.
 */
public final class Sender {
  private final Senders senders;
  private final Voice voice;
  private final boolean trusted;

  /** Whether the address is the viewer's. */
  private final boolean viewer;

  private final Map<Voice, Sender> others;

  /** Null if the address is none. */
  private final @Nullable InetAddress address;

  /** Null if it is not on the internet, or not the viewer's but a server's. */
  private final @Nullable InetAddress publicAddress;

  private @Nullable Place place;
  private @Nullable Agent agent;
  private @Nullable Boolean inDataCenter;
  private long strangerDay = Long.MIN_VALUE;
  private long stranger;

  private Sender(
      Senders senders,
      Voice voice,
      @Nullable InetAddress address,
      boolean viewer,
      boolean trusted,
      Map<Voice, Sender> others) {
    this.senders = senders;
    this.voice = voice;
    this.trusted = trusted;
    this.viewer = viewer;
    this.others = others;
    this.address = address;
    boolean telling = viewer && address != null && PublicAddress.test(address);
    this.publicAddress = telling ? address : null;
  }

  static Sender of(Senders senders, String address, String userAgent, boolean trusted) {
    var voice = new Voice(address, userAgent);
    return new Sender(senders, voice, Address.parse(address), !trusted, trusted, new HashMap<>());
  }

  /**
   * Whom an event is about: behind a secret key stands a server, whose events say in {@code ip} and
   * {@code user_agent} whom they speak for.
   *
   * @throws viewstream.ingestion.validation.InvalidEventException if these are no texts
   */
  public Sender spokenFor(EventObject context) {
    return trusted ? spokenFor(context.text("ip"), context.text("user_agent")) : this;
  }

  /** Whom an event is about that says so, if the sender may say so; null is not said. */
  public Sender spokenFor(@Nullable String ip, @Nullable String userAgent) {
    if (!trusted || ip == null && userAgent == null) {
      return this;
    }
    return others.computeIfAbsent(
        new Voice(
            ip == null ? voice.address() : ip, userAgent == null ? voice.userAgent() : userAgent),
        other ->
            new Sender(
                senders,
                other,
                ip == null ? address : Address.parse(ip),
                ip != null,
                true,
                others));
  }

  /**
   * Whether an event may say where it is. A public key proves nothing, so a viewer on the internet
   * cannot, nor one of whom not even the address is known.
   */
  public boolean believedAboutPlace() {
    return trusted || address != null && publicAddress == null;
  }

  /** Where the viewer's address is. */
  public Place place() {
    if (place == null) {
      place = publicAddress == null ? Place.UNKNOWN : find(publicAddress);
    }
    return place;
  }

  private Place find(InetAddress address) {
    StepWatch watch = senders.metrics.watch();
    Place found = senders.places.of(address);
    watch.done(Step.PLACE);
    return found;
  }

  /**
   * What the user agent is and runs on.
   *
   * @throws viewstream.ingestion.http.RefusedException {@code unavailable} while the service starts
   */
  public Agent agent() {
    if (agent == null) {
      StepWatch watch = senders.metrics.watch();
      agent = senders.userAgents.describe(voice.userAgent());
      watch.done(Step.AGENT);
    }
    return agent;
  }

  /**
   * What kind of traffic an event is.
   *
   * @param namesApp the event says its {@code app_version}
   * @param userId whose event it is, if it says so
   */
  public TrafficClass trafficClass(boolean namesApp, @Nullable String userId) {
    boolean person =
        switch (agent().kind()) {
          case VIEWER -> true;
          case LIBRARY -> trusted || namesApp;
          case ROBOT -> false;
        };
    if (!person) {
      return TrafficClass.bot;
    }
    if (inDataCenter()) {
      return TrafficClass.suspicious;
    }
    boolean internal = viewer && senders.traffic.internal(address);
    return internal || senders.traffic.internal(userId)
        ? TrafficClass.internal
        : TrafficClass.human;
  }

  private boolean inDataCenter() {
    if (inDataCenter == null) {
      inDataCenter = publicAddress != null && isOfDataCenter(publicAddress);
    }
    return inDataCenter;
  }

  private boolean isOfDataCenter(InetAddress address) {
    StepWatch watch = senders.metrics.watch();
    boolean found = senders.traffic.inDataCenter(address);
    watch.done(Step.NETWORK);
    return found;
  }

  /**
   * The pseudonym of someone who gave no user id, the same for one UTC day.
   *
   * @param epochDay days since 1970-01-01
   */
  public long strangerOn(long epochDay) {
    if (strangerDay != epochDay) {
      String from = address == null ? voice.address() : address.getHostAddress();
      stranger = senders.pseudonyms.ofStranger(from, voice.userAgent(), epochDay);
      strangerDay = epochDay;
    }
    return stranger;
  }

  @Override
  public String toString() {
    return "Sender[trusted=" + trusted + "]";
  }

  private record Voice(String address, String userAgent) {
    @Override
    public String toString() {
      return "Voice";
    }
  }
}
