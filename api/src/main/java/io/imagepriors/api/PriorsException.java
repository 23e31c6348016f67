package io.imagepriors.api;

/**
 * The root of all errors that this product reports on purpose. Its message is one line, written for
 * the person who uses the product: it names the subject, the rule and the value, and needs no stack
 * trace.
 */
public abstract class PriorsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with its message for people. */
  protected PriorsException(String message) {
    super(message);
  }

  /** An error with its message for people and what caused it. */
  protected PriorsException(String message, Throwable cause) {
    super(message, cause);
  }
}
