package io.imagepriors.runtime.shell;

import io.imagepriors.catalog.Catalog;
import io.imagepriors.runtime.command.Cancellation;
import io.imagepriors.runtime.command.CommandRunner;
import io.imagepriors.runtime.command.Commands;
import io.imagepriors.runtime.command.Console;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Session;
import java.util.List;
import java.util.function.Supplier;

/** What the lines of one shell share. Thread-safe. */
final class ShellContext {
  private final Catalog catalog;
  private final Commands commands;
  private final CommandRunner runner;
  private final Supplier<Console> console;
  private final Foreground foreground;
  private volatile int lastCode = ExitCode.OK;

  /**
   * A shell's surroundings.
   *
   * @param console asked before each command, since a terminal's width changes
   * @param foreground where Ctrl-C finds the commands that run
   */
  ShellContext(
      Catalog catalog,
      Commands commands,
      CommandRunner runner,
      Supplier<Console> console,
      Foreground foreground) {
    this.catalog = catalog;
    this.commands = commands;
    this.runner = runner;
    this.console = console;
    this.foreground = foreground;
  }

  Catalog catalog() {
    return catalog;
  }

  Commands commands() {
    return commands;
  }

  Console console() {
    return console.get();
  }

  Foreground foreground() {
    return foreground;
  }

  int run(List<String> line, Console where, Cancellation cancellation) {
    return runner.run(line, new Session(catalog, commands, where, cancellation));
  }

  /** Notes how a command ended. */
  void ended(int code) {
    lastCode = code;
  }

  /** How the last command ended. */
  int lastCode() {
    return lastCode;
  }
}
