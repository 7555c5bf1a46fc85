package viewstream.stack.cli;

import viewstream.stack.StackException;
import viewstream.stack.network.Port;

/** Somebody else listens where a part of the fleet wants to. */
final class PortTakenException extends StackException {
  private static final long serialVersionUID = 1;

  PortTakenException(Port port, int number) {
    super(
        "port %2$d is taken, and %1$s wants it: free it, or choose another with --port %1$s=NUMBER"
            .formatted(port.label(), number));
  }
}
