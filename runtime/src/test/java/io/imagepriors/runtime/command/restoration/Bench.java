package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Origin;
import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.command.Cancellation;
import io.imagepriors.runtime.command.CommandRunner;
import io.imagepriors.runtime.command.Commands;
import io.imagepriors.runtime.command.Console;
import io.imagepriors.runtime.command.Session;
import io.imagepriors.runtime.evaluation.Toys;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** The commands with toy plug-ins, run as the shell runs them. */
final class Bench {
  private static final Commands COMMANDS =
      Commands.none()
          .with("degrade", DegradeCommand::new)
          .with("restore", RestoreCommand::new)
          .with("compare", CompareCommand::new)
          .with("evaluate", EvaluateCommand::withOneClass)
          .with("coverage", CoverageCommand::new)
          .with("report", ReportCommand::new)
          .with("demo", DemoCommand::new);

  private final LiveCatalog catalog = new LiveCatalog(Clock.systemUTC());
  private final Cancellation cancellation = new Cancellation();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Everything that the commands need, and nothing trained. */
  static Bench complete() {
    return new Bench()
        .plug(Toys.prior("naive"))
        .plug(Toys.prior("uniform"))
        .plug(Toys.noise("gaussian-noise"))
        .plug(Toys.stripe())
        .plug(Toys.flatten("hybrid"))
        .plug(new ToyDigits());
  }

  Bench plug(Plugin plugin) {
    catalog.add(plugin, new Origin("toys", "1.0.0", "toys.jar"), 1);
    return this;
  }

  /** Runs a line and gives its exit code. */
  int run(String... words) {
    return run(Console.plain(print(out), print(err)), words);
  }

  /** Runs a line for a person at a terminal without colours. */
  int runInTerminal(String... words) {
    return runInTerminal(80, words);
  }

  /** The same in a terminal of a width. */
  int runInTerminal(int columns, String... words) {
    return run(new Console(print(out), print(err), true, true, columns, false), words);
  }

  private int run(Console console, String... words) {
    out.reset();
    err.reset();
    Session session = new Session(catalog, COMMANDS, console, cancellation);
    int code = new CommandRunner("test").run(List.of(words), session);
    console.out().flush();
    console.err().flush();
    return code;
  }

  void cancel() {
    cancellation.cancel();
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }
}
