package io.imagepriors.runtime.shell;

import io.imagepriors.catalog.Catalog;
import io.imagepriors.runtime.command.CommandRunner;
import io.imagepriors.runtime.command.Commands;
import io.imagepriors.runtime.command.Console;
import org.osgi.framework.BundleContext;

/** Our commands for the shell of a container that is not ours, Apache Karaf for instance. */
final class ContainerCommands {
  private static final String GOGO = "org.apache.felix.service.command.CommandProcessor";

  private ContainerCommands() {}

  /** Registers the commands for as long as the bundle runs; none where there is no Gogo. */
  static void register(BundleContext context, Catalog catalog, Commands commands) {
    if (!hasGogo(context)) {
      return;
    }
    CommandRunner runner = new CommandRunner(context.getBundle().getVersion().toString());
    // Each run prints where its session does; of that terminal's size and colours Gogo knows
    // nothing.
    Console console = Console.plain(System.out, System.err);
    ShellContext shell =
        new ShellContext(catalog, commands, runner, () -> console, new Foreground());
    GogoCommands.register(context, shell);
  }

  private static boolean hasGogo(BundleContext context) {
    try {
      context.getBundle().loadClass(GOGO);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
