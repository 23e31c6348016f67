package io.imagepriors.conformance;

/** A check has no meaning for the plug-in at hand. Ends the check. */
final class NotApplicable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotApplicable(String reason) {
    super(reason);
  }
}
