package io.imagepriors.runtime.command;

import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Origin;
import io.imagepriors.runtime.catalog.LiveCatalog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.ToIntFunction;

/** A runner with its catalog, one command and caught output. */
final class Desk {
  final LiveCatalog catalog = new LiveCatalog(Clock.systemUTC());
  final Cancellation cancellation = new Cancellation();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Commands commands = Commands.none();

  Desk plug(Plugin... plugins) {
    for (Plugin plugin : plugins) {
      catalog.add(plugin, new Origin("toys", "1.0.0", "toys.jar"), 0);
    }
    return this;
  }

  Desk command(Signature signature, ToIntFunction<Invocation> run) {
    commands =
        commands.with(
            signature.name(),
            () ->
                new Command() {
                  @Override
                  public Signature signature() {
                    return signature;
                  }

                  @Override
                  public int run(Invocation in) {
                    return run.applyAsInt(in);
                  }
                });
    return this;
  }

  Desk command(Command command) {
    commands = commands.with(command.signature().name(), () -> command);
    return this;
  }

  Commands commands() {
    return commands;
  }

  int run(String... line) {
    Console console = Console.plain(stream(out), stream(err));
    return new CommandRunner("1.2.3")
        .run(List.of(line), new Session(catalog, commands, console, cancellation));
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
