package viewstream.stack.cli;

import viewstream.stack.StackException;
import viewstream.stack.network.Port;

/** Somebody else listens where a part of the fleet wants to. */
final class PortTakenException extends StackException {
  private static final long serialVersionUID = 1;

  PortTakenException(String wanting, Port port, int number) {
    super(
        "port %d is taken, and %s wants it: free it, or choose another with --port %s=NUMBER"
            .formatted(number, wanting, port.label()));
  }
}
