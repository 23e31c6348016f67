package io.imagepriors.runtime.command;

import java.io.IOException;

/** A command of the shell; see the package's description for how to write one. */
public interface Command {

  /** Name, help and options; cheap to make. */
  Signature signature();

  /**
   * Runs once.
   *
   * @param in the user's words, read and checked, and where to print
   * @return one of {@link ExitCode}
   * @throws IOException if a stream breaks; printed as an error, exit 1
   */
  int run(Invocation in) throws IOException;
}
