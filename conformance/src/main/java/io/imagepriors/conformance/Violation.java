package io.imagepriors.conformance;

import java.util.Locale;

/** A plug-in was seen to break its contract. Ends the check. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String message) {
    super(message);
  }

  Violation(String message, Throwable cause) {
    super(message, cause);
  }

  /** Throws, with a message made as by {@link String#format}, unless the condition holds. */
  static void unless(boolean condition, String format, Object... arguments) {
    if (!condition) {
      throw new Violation(String.format(Locale.ROOT, format, arguments));
    }
  }

  /** What to say of an exception in one line: its type and its message. */
  static String describe(Throwable error) {
    String message = error.getMessage();
    String type = error.getClass().getSimpleName();
    return message == null || message.isBlank() ? type : type + ": " + message;
  }
}
