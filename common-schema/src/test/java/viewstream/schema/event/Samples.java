package viewstream.schema.event;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** One record of each type with every field filled, so that a change to any of them shows. */
final class Samples {
  private static final Instant TIME = Instant.parse("2026-11-23T23:59:59.999Z");
  private static final UUID EVENT = UUID.fromString("0b8f6a52-7d0c-4c3a-9a51-3f0c6f1e2d4b");

  private Samples() {}

  static List<SpecificRecord> all() {
    return List.of(playback(), engagement(), revenue(), video(), channel(), key(), rejected());
  }

  private static PlaybackEvent playback() {
    return PlaybackEvent.newBuilder()
        .setEventId(EVENT)
        .setViewId("view-1")
        .setVideoId("video~1")
        .setSeq(65_535)
        .setType(PlaybackType.heartbeat)
        .setEventTime(TIME)
        .setStartReason("autoplay")
        .setStartupMs(412L)
        .setCompleted(false)
        .setState(PlayerState.playing)
        .setHidden(true)
        .setFromMs(1_000L)
        .setToMs(2_000L)
        .setWaitMs(30L)
        .setHeight(1080)
        .setFatal(false)
        .setCode("E1")
        .setMessage("naïve ; message")
        .setName("mute")
        .setWatchedMs(9_990L)
        .setPlayed(List.of(new PlayedInterval(0L, 5_000L), new PlayedInterval(7_000L, 11_990L)))
        .setBufferingMs(10L)
        .setDroppedFrames(3L)
        .setPositionMs(11_990L)
        .setDurationMs(45_000L)
        .setBitrateKbps(2_500L)
        .setRate(1.25)
        .setContext(context())
        .setOrigin(origin())
        .setCmcd(cmcd())
        .build();
  }

  private static EngagementEvent engagement() {
    return EngagementEvent.newBuilder()
        .setEventId(EVENT)
        .setType(EngagementType.subscribe)
        .setVideoId("video~1")
        .setChannelId("channel.1")
        .setViewId("view-1")
        .setEventTime(TIME)
        .setContext(context())
        .setOrigin(origin())
        .build();
  }

  private static RevenueEvent revenue() {
    return RevenueEvent.newBuilder()
        .setEventId(EVENT)
        .setChannelId("channel.1")
        .setVideoId("video~1")
        .setSource("super_chat")
        .setAmount(new BigDecimal("-12.340000001"))
        .setCurrency("EUR")
        .setEventTime(TIME)
        .setReceivedTime(TIME.plusMillis(5))
        .setWriteKey("billing")
        .build();
  }

  private static CatalogVideo video() {
    return CatalogVideo.newBuilder()
        .setVideoId("video~1")
        .setChannelId("channel.1")
        .setTitle("Größe zählt 🎬")
        .setDurationMs(45_000L)
        .setPublishedAt(TIME)
        .setLive(true)
        .setReceivedTime(TIME)
        .build();
  }

  private static CatalogChannel channel() {
    return CatalogChannel.newBuilder()
        .setChannelId("channel.1")
        .setName("A channel")
        .setReceivedTime(TIME)
        .build();
  }

  private static AccessKey key() {
    return AccessKey.newBuilder()
        .setName("web-player")
        .setKind(KeyKind.write)
        .setWriteKey("wk_0123456789abcdef")
        .setSecretSha256("00ff")
        .setOrigins(List.of("https://videos.example"))
        .setQuota(new KeyQuota(1_000L, 5_000L))
        .setDisabled(true)
        .setCreatedTime(TIME)
        .setChangedTime(TIME.plusSeconds(1))
        .build();
  }

  private static RejectedEvent rejected() {
    return RejectedEvent.newBuilder()
        .setReason("missing_field")
        .setField("video_id")
        .setDetail("video_id is required")
        .setEndpoint("beacon")
        .setWriteKey("wk")
        .setPayload(ByteBuffer.wrap("{\"type\":\"play\"}".getBytes(StandardCharsets.UTF_8)))
        .setEncrypted(false)
        .setReceivedTime(TIME)
        .setTopic("video_view_events")
        .setPartition(3)
        .setOffset(42L)
        .setEventId(EVENT.toString())
        .setSentAt("1767225600000")
        .setContext("{\"platform\":\"web\"}")
        .setSender(
            new RejectedSender(
                true, "CA", "CA-QC", "Montréal", "tv", "Android", "Chrome", TrafficClass.bot, -3L))
        .build();
  }

  private static Context context() {
    return Context.newBuilder()
        .setCountry("CA")
        .setRegion("CA-QC")
        .setCity("Montréal")
        .setDevice("tv")
        .setPlatform("android")
        .setOs("Android")
        .setBrowser("Chrome")
        .setAppVersion("1.2.3")
        .setPlayer("hls.js")
        .setPlayerVersion("1.7.0")
        .setTrafficSource("suggested")
        .setReferrer("example")
        .setAgeGroup("25-34")
        .setGender("other")
        .setSubscribed(true)
        .setLive(false)
        .setProps(Map.of("experiment", "b"))
        .build();
  }

  private static Cmcd cmcd() {
    return Cmcd.newBuilder()
        .setV(2L)
        .setE("ps")
        .setSta("p")
        .setSid("{session}")
        .setSn(7L)
        .setPt(11_990L)
        .setPr(1.25)
        .setLtc(3_000L)
        .setMsd(412L)
        .setBs(true)
        .setBsa(numbers(1))
        .setBsd(numbers(250))
        .setBsda(numbers(900))
        .setDfa(3L)
        .setBg(false)
        .setEc(List.of("E1", "E2"))
        .setCen("chapter")
        .setSf("h")
        .setSt("ll")
        .setOt("av")
        .setD(4_004L)
        .setDl(1_200L)
        .setBr(List.of(new CmcdNumber(2_500L, "v"), new CmcdNumber(128L, "a")))
        .setAb(numbers(2_628))
        .setLb(numbers(200))
        .setLab(numbers(264))
        .setTb(numbers(8_000))
        .setTab(numbers(8_256))
        .setTpb(numbers(6_000))
        .setPb(numbers(2_400))
        .setMtp(numbers(25_400))
        .setRtp(12_000L)
        .setBl(numbers(21_300))
        .setTbl(numbers(30_000))
        .setSu(true)
        .setNr(false)
        .setCdn("first")
        .setH("media.example")
        .setCs("c2pa")
        .setNor(List.of(new CmcdObject("../seg-7.m4s", "0-99")))
        .setCustom(Map.of("com.example-seat", "12"))
        .build();
  }

  private static List<CmcdNumber> numbers(long value) {
    return List.of(new CmcdNumber(value, null));
  }

  private static Origin origin() {
    return Origin.newBuilder()
        .setWriteKey("wk")
        .setSource(EventSource.player)
        .setTrafficClass(TrafficClass.human)
        .setViewerId(-2L)
        .setAnonymous(true)
        .setSessionId("session-1")
        .setClientTime(TIME.minusSeconds(3))
        .setReceivedTime(TIME.plusMillis(5))
        .setBodyHash(Long.MIN_VALUE)
        .build();
  }
}
