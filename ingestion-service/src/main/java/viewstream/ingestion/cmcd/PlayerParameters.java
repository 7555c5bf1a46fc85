package viewstream.ingestion.cmcd;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import viewstream.ingestion.validation.EventObject;

/**
 * What the reporting URL says about the player, for reports have no key for it: {@code player},
 * {@code player_version} and {@code app_version}.
 */
public final class PlayerParameters {
  private static final List<String> NAMES = List.of("player", "player_version", "app_version");

  private PlayerParameters() {}

  /** As context that all reports of the request share. */
  public static EventObject of(HttpServletRequest request) {
    var context = new ObjectNode(JsonNodeFactory.instance);
    for (String name : NAMES) {
      String value = request.getParameter(name);
      if (value != null) {
        context.put(name, value);
      }
    }
    return new EventObject(context);
  }
}
