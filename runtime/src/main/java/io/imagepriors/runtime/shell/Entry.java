package io.imagepriors.runtime.shell;

import io.imagepriors.catalog.Catalog;
import io.imagepriors.runtime.command.Cancellation;
import io.imagepriors.runtime.command.CommandRunner;
import io.imagepriors.runtime.command.Commands;
import io.imagepriors.runtime.command.Console;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Session;
import java.util.List;
import org.osgi.framework.BundleContext;

/** What the launcher calls: a command line, or none for a shell. */
final class Entry {
  private final BundleContext context;
  private final Catalog catalog;
  private final Commands commands;
  private final Cancellation cancellation = new Cancellation();
  private final Foreground foreground = new Foreground();

  /** An entry into the runtime of one framework. */
  Entry(BundleContext context, Catalog catalog, Commands commands) {
    this.context = context;
    this.catalog = catalog;
    this.commands = commands;
  }

  /** Runs a command, or a shell, to its end; gives the exit code. */
  int run(String[] arguments) {
    CommandRunner runner = new CommandRunner(context.getBundle().getVersion().toString());
    if (arguments.length > 0) {
      Console console = StandardConsole.open();
      return runner.run(List.of(arguments), new Session(catalog, commands, console, cancellation));
    }
    return StandardConsole.inputIsTerminal() ? runInteractive(runner) : runPiped(runner);
  }

  /** Asks whatever runs to stop. */
  void cancel() {
    cancellation.cancel();
    foreground.cancel();
  }

  private int runInteractive(CommandRunner runner) {
    InteractiveShell shell = InteractiveShell.open();
    ShellContext shared = new ShellContext(catalog, commands, runner, shell::console, foreground);
    shell.console().out().println(greeting());
    try (GogoSession session = GogoSession.open(context, shared)) {
      shell.run(shared, session);
    }
    return ExitCode.OK;
  }

  private int runPiped(CommandRunner runner) {
    Console console = StandardConsole.open();
    ShellContext shared = new ShellContext(catalog, commands, runner, () -> console, foreground);
    try (GogoSession session = GogoSession.open(context, shared)) {
      int code = PipedShell.run(session, cancellation);
      console.out().flush();
      return code;
    }
  }

  private String greeting() {
    return "Image priors "
        + context.getBundle().getVersion()
        + ": "
        + catalog.entries().size()
        + " plug-ins. Type help for the commands; Tab completes, Ctrl-D leaves.";
  }
}
