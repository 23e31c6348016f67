package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.command.Cancellation;
import io.imagepriors.runtime.command.ExitCode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs the lines of standard input where that is no terminal. */
final class PipedShell {
  private PipedShell() {}

  /**
   * Runs all lines, or until {@code exit} or the user's wish to stop; gives the first exit code
   * that is not 0.
   */
  static int run(GogoSession session, Cancellation cancellation) {
    int code = ExitCode.OK;
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (ShellWords.leaves(line) || cancellation.isCancelled()) {
          break;
        }
        boolean nothing = ShellWords.isEmpty(line) || ShellWords.clears(line);
        int ended = nothing ? ExitCode.OK : session.run(line);
        code = code == ExitCode.OK ? ended : code;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("standard input can't be read", e);
    }
    return code;
  }
}
