package io.imagepriors.runtime.command;

import java.io.PrintStream;

/**
 * Where a command prints, and what stands at the other end.
 *
 * @param out for results
 * @param err for errors and progress
 * @param outIsTerminal whether a person reads {@code out} in a terminal
 * @param errIsTerminal whether a person reads {@code err} in a terminal
 * @param columns the terminal's width in characters; 80 where unknown
 * @param colour whether a terminal among them may be coloured; false where NO_COLOR is set
 */
public record Console(
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    boolean colour) {

  /** A console that is no terminal. */
  public static Console plain(PrintStream out, PrintStream err) {
    return new Console(out, err, false, false, 80, false);
  }

  /** Whether escape sequences for colours may go to {@link #out()}. */
  public boolean colourOut() {
    return colour && outIsTerminal;
  }

  /** Whether escape sequences for colours may go to {@link #err()}. */
  public boolean colourErr() {
    return colour && errIsTerminal;
  }
}
