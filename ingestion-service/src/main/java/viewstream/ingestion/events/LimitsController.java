package viewstream.ingestion.events;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.keys.Callers;
import viewstream.ingestion.quota.RateLimits;
import viewstream.ingestion.validation.Limits;

/**
 * Tells clients the bounds, so that they can cut their batches to fit; whoever says who calls is
 * told its quotas as well.
 */
@RestController
class LimitsController {
  private final Map<String, Long> limits = limits();
  private final Callers callers;
  private final RateLimits rates;

  LimitsController(Callers callers, RateLimits rates) {
    this.callers = callers;
    this.rates = rates;
  }

  @GetMapping("/api/v1/limits")
  Map<String, Long> read(HttpServletRequest request) {
    Caller caller = callers.identify(request);
    return caller == null ? limits : withQuotas(caller, request.getRemoteAddr());
  }

  private Map<String, Long> withQuotas(Caller caller, String address) {
    var all = new LinkedHashMap<>(limits);
    rates
        .quotas(caller, address)
        .forEach(
            (name, quota) -> {
              all.put(name + "_events_per_second", quota.eventsPerSecond());
              all.put(name + "_burst", quota.burst());
            });
    return all;
  }

  private static Map<String, Long> limits() {
    var limits = new LinkedHashMap<String, Long>();
    limits.put("max_body_bytes", (long) Limits.BODY_BYTES);
    limits.put("max_decompressed_bytes", (long) Limits.INFLATED_BYTES);
    limits.put("max_events", (long) Limits.EVENTS);
    limits.put("max_event_bytes", (long) Limits.EVENT_BYTES);
    limits.put("max_nesting", (long) Limits.NESTING);
    limits.put("max_id_length", (long) Limits.ID_LENGTH);
    limits.put("max_seq", (long) Limits.MAX_SEQ);
    limits.put("max_played_intervals", (long) Limits.PLAYED_INTERVALS);
    limits.put("max_error_message_length", (long) Limits.ERROR_MESSAGE_LENGTH);
    limits.put("max_props", (long) Limits.PROPS);
    limits.put("max_prop_name_bytes", (long) Limits.PROP_NAME_BYTES);
    limits.put("max_prop_value_bytes", (long) Limits.PROP_VALUE_BYTES);
    limits.put("max_future_seconds", Limits.FUTURE.toSeconds());
    limits.put("max_age_seconds", Limits.AGE.toSeconds());
    return limits;
  }
}
