package io.imagepriors.runtime.command.bench;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.bench.speed.Allocation;
import io.imagepriors.runtime.bench.speed.Job;
import io.imagepriors.runtime.bench.speed.MatrixPeak;
import io.imagepriors.runtime.bench.speed.Steps;
import io.imagepriors.runtime.bench.speed.Team;
import io.imagepriors.runtime.bench.speed.Timing;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.Table;
import io.imagepriors.runtime.command.bench.Measuring.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How long the steps take of which restorations consist. */
final class StepCommand implements Command {
  private static final Choice<Prior> PRIOR = Choice.option(Kind.PRIOR).orAll();
  private static final Option<String> BATCH =
      Option.text("batch", "LIST", "1,16,128", "images at once, one or several numbers");
  private static final Option<Double> SECONDS = Measuring.seconds(30);

  /** What is timed, and for which row of the table. */
  private record Subject(String prior, int batch, Job job) {}

  /** One row in {@code --json}; what is unknown is missing. */
  private record Row(
      String prior,
      String step,
      int batch,
      Spread millis,
      double imagesPerSecond,
      Double gigaflops,
      Spread shareOfPeak,
      Long heapBytesPerStep) {}

  /** The document of {@code --json}. */
  private record Document(
      Map<String, String> machine,
      int threads,
      double peakGigaflops,
      Spread peakMillis,
      List<Row> steps) {}

  @Override
  public Signature signature() {
    return Signature.of("bench step", "time of a gradient step and of a latent step")
        .details(
            "gradient: a prior's energy and its gradient. latent: codes decoded and a vector pulled"
                + " back. map and latent-map: a whole step of that restorer, with data term and"
                + " optimiser. All steps, and products of large matrices, are timed in turns;"
                + " shown are medians of rounds with their quartiles, the step's share of the speed"
                + " of those products, and what a step takes of Java's heap. Every thread computes"
                + " a batch of its own.")
        .choices(PRIOR)
        .options(BATCH, Measuring.THREADS, Measuring.CLOCK, SECONDS)
        .answersWithData()
        .example("bench step")
        .example("bench step --prior uniform --batch 128 --threads 2 --json");
  }

  @Override
  public int run(Invocation in) {
    Map<String, String> machine = Measuring.machine(in);
    try (Team team = new Team(in.get(Measuring.THREADS))) {
      List<MatrixPeak> peaks = MatrixPeak.openAll(team);
      try {
        List<Subject> subjects = subjects(in, team);
        List<Job> jobs = new ArrayList<>(subjects.stream().map(Subject::job).toList());
        jobs.add(0, MatrixPeak.job(team, peaks, in.get(Measuring.CLOCK)));
        List<Timing> timings = Measuring.time(in, "bench step", jobs, in.get(SECONDS));
        answer(in, machine, team, subjects, timings);
      } finally {
        peaks.forEach(MatrixPeak::close);
      }
    }
    return ExitCode.OK;
  }

  private static List<Subject> subjects(Invocation in, Team team) {
    List<Subject> subjects = new ArrayList<>();
    for (Chosen<Prior> prior : in.all(PRIOR)) {
      PriorModel model = prior.plugin().bind(prior.plugin().shape(), prior.parameters());
      for (int batch : batches(in.get(BATCH))) {
        new Steps(team, in.get(Measuring.CLOCK), prior.plugin(), model, batch)
            .all(in.catalog())
            .forEach(job -> subjects.add(new Subject(prior.toString(), batch, job)));
      }
    }
    return subjects;
  }

  static List<Integer> batches(String text) {
    if (!text.matches("[1-9][0-9]{0,4}(,[1-9][0-9]{0,4})*")) {
      throw InvalidInputException.of("option --batch", "read like 1,16,128", text);
    }
    return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }

  private static void answer(
      Invocation in,
      Map<String, String> machine,
      Team team,
      List<Subject> subjects,
      List<Timing> timings) {
    Timing peak = timings.get(0);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      rows.add(row(subjects.get(i), timings.get(i + 1), peak, team));
    }
    if (in.wantsJson()) {
      in.printJson(
          new Document(machine, team.size(), peak.gigaflops(), Spread.of(peak.millis()), rows));
      return;
    }
    in.out().println(Measuring.line(machine));
    in.out()
        .printf(
            "%s: %.1f GFLOP/s on %d thread%s%n",
            peak.job().name(), peak.gigaflops(), team.size(), team.size() == 1 ? "" : "s");
    table(rows).print(in.console());
  }

  private static Row row(Subject subject, Timing timing, Timing peak, Team team) {
    boolean counted = timing.job().operations() > 0;
    Long heap = null;
    if (team.size() == 1) {
      var bytes = Allocation.bytes(timing.job().work());
      heap = bytes.isPresent() ? bytes.getAsLong() : null;
    }
    return new Row(
        subject.prior(),
        timing.job().name(),
        subject.batch(),
        Spread.of(timing.millis()),
        timing.imagesPerSecond(),
        counted ? timing.gigaflops() : null,
        counted ? Spread.of(timing.shareOf(peak)) : null,
        heap);
  }

  private static Table table(List<Row> rows) {
    Table table =
        Table.of(
            "PRIOR",
            "STEP",
            "BATCH",
            "ms (quartiles)",
            "images/s",
            "GFLOP/s",
            "% of peak",
            "heap B");
    for (Row row : rows) {
      table.row(
          row.prior(),
          row.step(),
          String.valueOf(row.batch()),
          row.millis().text(1),
          Measuring.number(row.imagesPerSecond(), 0),
          row.gigaflops() == null ? "-" : Measuring.number(row.gigaflops(), 1),
          row.shareOfPeak() == null ? "-" : row.shareOfPeak().text(100),
          row.heapBytesPerStep() == null ? "-" : row.heapBytesPerStep().toString());
    }
    return table;
  }
}
