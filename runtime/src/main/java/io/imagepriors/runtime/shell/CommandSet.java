package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.command.Commands;
import io.imagepriors.runtime.command.plugins.InfoCommand;
import io.imagepriors.runtime.command.plugins.ListCommand;

/** The product's commands. */
final class CommandSet {
  private CommandSet() {}

  /** All of them, in the order of the help. */
  static Commands all() {
    return Commands.none().with("list", ListCommand::new).with("info", InfoCommand::new);
  }
}
