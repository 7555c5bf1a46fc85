package viewstream.flink.redis;

import java.io.Serializable;
import java.util.List;

/**
 * One run of a script on Redis. Running it twice is the same as running it once.
 *
 * @param script Lua
 * @param keys KEYS
 * @param arguments ARGV
 */
public record ScriptCall(String script, List<String> keys, List<String> arguments) {
  public ScriptCall {
    keys = List.copyOf(keys);
    arguments = List.copyOf(arguments);
  }

  /** Reads a batch of a sink's entries back, as what is to be run. */
  @FunctionalInterface
  public interface Reader extends Serializable {
    List<ScriptCall> all(byte[] entries);
  }
}
