package viewstream.stack;

/** The stack cannot do what was asked; the message says which part is to blame and what to do. */
public class StackException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StackException(String message) {
    super(message);
  }

  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
