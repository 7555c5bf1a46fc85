package viewstream.ingestion.cmcd;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.Type;
import viewstream.schema.event.Cmcd;
import viewstream.schema.event.CmcdNumber;
import viewstream.schema.event.CmcdObject;
import viewstream.schema.event.PlaybackEvent;

/**
 * A report as its player wrote it, read by somebody else's strict parser, and the event that became
 * of it, both as words by key, so that they can be held against each other.
 */
final class InWords {
  private static final String TYPE = "type of event";

  private InWords() {}

  /** What a line says. */
  static Map<String, String> said(String line) {
    var said = new TreeMap<String, String>();
    Dictionary dictionary = Parser.parseDictionary(line);
    dictionary
        .get()
        .forEach(
            (key, value) ->
                said.put(key, key.equals("pr") ? Double.valueOf(shown(value)) + "" : shown(value)));
    said.put(TYPE, type(said.get("e"), said.getOrDefault("sta", "")));
    return said;
  }

  /** What those lines of a transcript say that become events. */
  static List<Map<String, String>> published(Transcript transcript) {
    return transcript.lines().stream()
        .map(InWords::said)
        .filter(said -> !said.get("e").equals("rr"))
        .toList();
  }

  static Map<String, List<Map<String, String>>> bySession(List<Map<String, String>> reports) {
    return reports.stream().collect(Collectors.groupingBy(report -> report.get("sid")));
  }

  /** What an event kept of it. */
  static Map<String, String> kept(PlaybackEvent event) {
    var kept = new TreeMap<>(event.getCmcd().getCustom());
    kept.put(TYPE, event.getType().toString());
    kept.put("cid", event.getVideoId());
    kept.put("ts", Long.toString(event.getOrigin().getClientTime().toEpochMilli()));
    for (Schema.Field field : Cmcd.getClassSchema().getFields()) {
      Object value = event.getCmcd().get(field.pos());
      if (value != null && !List.of().equals(value) && !field.name().equals("custom")) {
        kept.put(field.name(), value instanceof List<?> list ? shown(list) : value.toString());
      }
    }
    return kept;
  }

  private static String type(String event, String state) {
    if (state.equals("f")) {
      return "error";
    }
    return switch (event) {
      case "ps" -> "player_state";
      case "t" -> "heartbeat";
      case "e" -> "error";
      case "c" -> "content_change";
      case "bc" -> "quality_change";
      case "rr" -> "none";
      default -> "player_event";
    };
  }

  private static String shown(List<?> list) {
    return list.stream().map(InWords::shown).collect(Collectors.joining(" "));
  }

  private static String shown(Object item) {
    return switch (item) {
      case CmcdNumber number when number.getObject() != null ->
          number.getValue() + ";" + number.getObject() + "=true";
      case CmcdNumber number -> Long.toString(number.getValue());
      case CmcdObject object when object.getRange() != null ->
          object.getPath() + ";r=" + object.getRange();
      case CmcdObject object -> object.getPath();
      default -> item.toString();
    };
  }

  private static String shown(Type<?> said) {
    if (said instanceof InnerList list) {
      return list.get().stream()
          .map(
              item ->
                  shown(item)
                      + item.getParams().entrySet().stream()
                          .map(each -> ";" + each.getKey() + "=" + shown(each.getValue()))
                          .collect(Collectors.joining()))
          .collect(Collectors.joining(" "));
    }
    return ((Item<?>) said).get().toString();
  }
}
