package io.imagepriors.conformance;

import java.util.Locale;

/**
 * The result of one check.
 *
 * @param check the name of the check
 * @param verdict what it found
 * @param reason one line that says why, empty for what passed
 */
public record Finding(String check, Verdict verdict, String reason) {

  /** Whether nothing is wrong: passed or not applicable. */
  public boolean isAcceptable() {
    return verdict != Verdict.FAILED;
  }

  /** As in {@code gradient: failed, image 0: ...}. */
  @Override
  public String toString() {
    String word = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return check + ": " + word + (reason.isEmpty() ? "" : ", " + reason);
  }

  static Finding passed(String check) {
    return new Finding(check, Verdict.PASSED, "");
  }

  static Finding failed(String check, String reason) {
    return new Finding(check, Verdict.FAILED, oneLine(reason));
  }

  static Finding notApplicable(String check, String reason) {
    return new Finding(check, Verdict.NOT_APPLICABLE, oneLine(reason));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
