package viewstream.ingestion.enrichment;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.validation.EventObject;
import viewstream.schema.event.TrafficClass;

/**
 * Where a request came from, and what that tells about its events. Each fact is worked out when it
 * is asked for, once for all events of the request. Personal: it is looked at and forgotten, never
 * stored or logged. For one thread.
 */
public final class Sender {
  private final Senders senders;
  private final String address;
  private final String userAgent;
  private final boolean trusted;
  private final boolean onInternet;
  private final Map<Voice, Sender> others;

  private @Nullable Place place;
  private @Nullable Agent agent;
  private long strangerDay = Long.MIN_VALUE;
  private long stranger;

  private Sender(Senders senders, Voice voice, boolean trusted, Map<Voice, Sender> others) {
    this.senders = senders;
    this.address = voice.address();
    this.userAgent = voice.userAgent();
    this.trusted = trusted;
    this.onInternet = PublicAddress.test(address);
    this.others = others;
  }

  static Sender of(Senders senders, String address, String userAgent, boolean trusted) {
    return new Sender(senders, new Voice(address, userAgent), trusted, new HashMap<>());
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
        new Voice(ip == null ? address : ip, userAgent == null ? this.userAgent : userAgent),
        voice -> new Sender(senders, voice, true, others));
  }

  /**
   * Whether an event may say where it is. A public key proves nothing, so a viewer on the internet
   * cannot.
   */
  public boolean believedAboutPlace() {
    return trusted || !onInternet;
  }

  /** Where the address is. */
  public Place place() {
    if (place == null) {
      place = Place.UNKNOWN;
    }
    return place;
  }

  /**
   * What the user agent runs on.
   *
   * @throws viewstream.ingestion.http.RefusedException {@code unavailable} while the service starts
   */
  public Agent agent() {
    if (agent == null) {
      agent = senders.userAgents().describe(userAgent);
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
    return TrafficClass.human;
  }

  /**
   * The pseudonym of someone who gave no user id, the same for one UTC day.
   *
   * @param epochDay days since 1970-01-01
   */
  public long strangerOn(long epochDay) {
    if (strangerDay != epochDay) {
      stranger = senders.pseudonyms().ofStranger(address, userAgent, epochDay);
      strangerDay = epochDay;
    }
    return stranger;
  }

  @Override
  public String toString() {
    return "Sender[trusted=" + trusted + "]";
  }

  private record Voice(String address, String userAgent) {}
}
