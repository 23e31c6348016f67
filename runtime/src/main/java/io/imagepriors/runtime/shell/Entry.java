package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.catalog.Catalog;
import io.imagepriors.runtime.command.Cancellation;
import io.imagepriors.runtime.command.CommandRunner;
import io.imagepriors.runtime.command.Console;
import io.imagepriors.runtime.command.Session;
import io.imagepriors.runtime.plugin.PluginFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** What the launcher calls: a command line, or none for a shell. */
final class Entry {
  private final BundleContext context;
  private final Catalog catalog;
  private final Cancellation cancellation = new Cancellation();

  Entry(BundleContext context, Catalog catalog) {
    this.context = context;
    this.catalog = catalog;
  }

  /** Runs a command, or a shell, to its end; gives the exit code. */
  int run(String[] arguments) {
    PluginFolder plugins = new PluginFolder(context.getBundle(0).getBundleContext(), catalog);
    Optional<Path> folder =
        Optional.ofNullable(context.getProperty("imagepriors.plugins")).map(Path::of);
    folder.ifPresent(path -> plugins.load(path.toFile()));
    CommandRunner runner = new CommandRunner(context.getBundle().getVersion().toString());
    Console console = StandardConsole.open();
    return runner.run(
        List.of(arguments), new Session(catalog, CommandSet.all(folder), console, cancellation));
  }

  /** Asks the running command to stop. */
  void cancel() {
    cancellation.cancel();
  }
}
