package io.imagepriors.api;

import java.util.Collection;

/** An argument, option, image or file that breaks a rule. Nothing has been computed or written. */
public class InvalidInputException extends PriorsException {
  private static final long serialVersionUID = 1L;

  /** An error whose message stands as given. */
  public InvalidInputException(String message) {
    super(message);
  }

  /** An error whose message stands as given, with what caused it. */
  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * The usual form: {@code SUBJECT must RULE, got VALUE}.
   *
   * @param subject what was looked at, for example {@code parameter 'sigma'}
   * @param rule what it must do, without "must", for example {@code be in (0, 10]}
   * @param value what it was
   */
  public static InvalidInputException of(String subject, String rule, Object value) {
    return new InvalidInputException(subject + " must " + rule + ", got " + value);
  }

  /**
   * A look-up that failed: {@code unknown KIND 'NAME'; there are: A, B, C}.
   *
   * @param kind what was looked up, for example {@code prior}
   * @param name the name that is unknown
   * @param known the names that exist
   */
  public static InvalidInputException unknown(String kind, String name, Collection<String> known) {
    String rest = known.isEmpty() ? "there is none" : "there are: " + String.join(", ", known);
    return new InvalidInputException("unknown " + kind + " '" + name + "'; " + rest);
  }
}
