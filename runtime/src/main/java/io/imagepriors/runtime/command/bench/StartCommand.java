package io.imagepriors.runtime.command.bench;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Progress;
import io.imagepriors.runtime.bench.Sample;
import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.bench.speed.ProcessRuns;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.Table;
import io.imagepriors.runtime.command.bench.Measuring.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long whole processes of the product take. */
final class StartCommand implements Command {
  private static final List<List<String>> COMMANDS =
      List.of(List.of("--version"), List.of("list"), List.of("restore"));
  private static final Option<Integer> TIMES =
      Option.of(Parameter.integer("times", 7, 1, 1000, "processes of each kind"));

  private final Optional<Site> site;

  /** One row in {@code --json}. */
  private record Row(String command, Spread wallMillis, Spread processorMillis) {}

  /** The document of {@code --json}. */
  private record Document(Map<String, String> machine, int times, List<Row> commands) {}

  StartCommand(Optional<Site> site) {
    this.site = site;
  }

  @Override
  public Signature signature() {
    return Signature.of("bench start", "whole processes, from their begin to their end")
        .details(
            "Starts the product again and again, commands in turns: list, and restore of one digit"
                + " with everything at its default. One round before the first is not counted."
                + " Processor time is that of all cores together; on a busy machine it says more"
                + " than the time that passed.")
        .options(TIMES)
        .answersWithData()
        .example("bench start")
        .example("bench start --times 21 --json");
  }

  @Override
  public int run(Invocation in) throws IOException {
    Path script = Benches.require(site).home().resolve("bin").resolve("priors");
    ProcessRuns runs = new ProcessRuns(script);
    if (!runs.isPossible()) {
      throw InvalidInputException.of("start script " + script, "be there and runnable", "none");
    }
    Map<String, String> machine = Measuring.machine();
    List<Row> rows = measure(in, runs);
    if (in.wantsJson()) {
      in.printJson(new Document(machine, in.get(TIMES), rows));
    } else {
      in.out().println(Measuring.line(machine));
      Table table = Table.of("COMMAND", "ms (quartiles)", "processor ms (quartiles)");
      rows.forEach(
          row -> table.row(row.command(), row.wallMillis().text(1), row.processorMillis().text(1)));
      table.print(in.console());
    }
    return ExitCode.OK;
  }

  private static List<Row> measure(Invocation in, ProcessRuns runs) throws IOException {
    int times = in.get(TIMES);
    double[][] wall = new double[COMMANDS.size()][times];
    double[][] processor = new double[COMMANDS.size()][times];
    try (ProgressBar bar = in.progress("bench start")) {
      for (int round = -1; round < times; round++) {
        for (int c = 0; c < wall.length; c++) {
          ProcessRuns.Result result = runs.run(COMMANDS.get(c));
          if (round >= 0) {
            wall[c][round] = result.wall();
            processor[c][round] = result.processor();
          }
          if (!bar.step(new Progress("", round + 1L, times, Double.NaN, 0))) {
            throw new CancelledException();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < wall.length; c++) {
      rows.add(
          new Row(
              String.join(" ", COMMANDS.get(c)),
              Spread.of(Sample.of(wall[c])),
              Spread.of(Sample.of(processor[c]))));
    }
    return rows;
  }
}
