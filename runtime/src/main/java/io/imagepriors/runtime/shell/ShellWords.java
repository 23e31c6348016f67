package io.imagepriors.runtime.shell;

import java.util.Set;

/** Lines that the shells themselves understand. */
final class ShellWords {
  private static final Set<String> LEAVE = Set.of("exit", "quit");

  private ShellWords() {}

  /** Whether the line ends the shell. */
  static boolean leaves(String line) {
    return LEAVE.contains(line.trim());
  }

  /** Whether the line wipes the screen, where there is one. */
  static boolean clears(String line) {
    return line.trim().equals("clear");
  }

  /** Whether there is nothing to run: blank, or a comment. */
  static boolean isEmpty(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }
}
