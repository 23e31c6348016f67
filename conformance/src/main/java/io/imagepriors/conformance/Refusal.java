package io.imagepriors.conformance;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Input that a plug-in must refuse by an {@link InvalidInputException} of one line, before it
 * writes anything.
 */
final class Refusal {
  private static final float MARK = 0.375f;

  private final String input;

  private Refusal(String input) {
    this.input = input;
  }

  /** The input, to be read after "accepts". */
  static Refusal of(String input) {
    return new Refusal(input);
  }

  /** Requires the call to refuse and to leave the output buffers as they are. */
  void by(Runnable call, float[]... outputs) {
    for (float[] output : outputs) {
      Arrays.fill(output, MARK);
    }
    try {
      call.run();
    } catch (InvalidInputException e) {
      requireOneLine(e);
      for (float[] output : outputs) {
        for (float value : output) {
          Violation.unless(value == MARK, "refuses %s, but after it has begun to write", input);
        }
      }
      return;
    } catch (RuntimeException e) {
      throw new Violation(
          "meets " + input + " not with InvalidInputException but " + Violation.describe(e), e);
    }
    throw new Violation("accepts " + input);
  }

  /** Requires the call to refuse by a {@link FileException} that names the file. */
  void byNaming(Path file, Runnable call) {
    try {
      call.run();
    } catch (FileException e) {
      requireOneLine(e);
      Violation.unless(
          e.getMessage().contains(String.valueOf(file.getFileName())),
          "refuses %s, but does not name the file",
          input);
      return;
    } catch (RuntimeException e) {
      throw new Violation(
          "meets " + input + " not with FileException but " + Violation.describe(e), e);
    }
    throw new Violation("accepts " + input);
  }

  private void requireOneLine(InvalidInputException error) {
    String message = error.getMessage();
    Violation.unless(
        message != null && !message.isBlank() && message.lines().count() == 1,
        "refuses %s, but not with a message of one line",
        input);
  }
}
