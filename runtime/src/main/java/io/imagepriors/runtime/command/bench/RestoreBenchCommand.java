package io.imagepriors.runtime.command.bench;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.bench.speed.BatchRestoration;
import io.imagepriors.runtime.bench.speed.Job;
import io.imagepriors.runtime.bench.speed.Team;
import io.imagepriors.runtime.bench.speed.Timing;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.Composition;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.Table;
import io.imagepriors.runtime.command.bench.Measuring.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whole restorations in a second, and how good they are. */
final class RestoreBenchCommand implements Command {
  private static final List<String> USUAL = List.of("mask:hole=14", "gaussian-noise:sigma=0.25");

  private static final Choice<Prior> PRIOR = Choice.option(Kind.PRIOR).many().orDefault("uniform");
  private static final Choice<Degradation> DEGRADATION =
      Choice.option(Kind.DEGRADATION).many().orNone();
  private static final Choice<Restorer> RESTORER =
      Choice.option(Kind.RESTORER).many().orDefault("hybrid");
  private static final ImageSelection IMAGES = ImageSelection.of("test");
  private static final Option<Integer> COUNT =
      Option.of(Parameter.integer("count", 128, 1, 100_000, "images at once"));
  private static final Option<Long> SEED = Option.of(Parameter.seed("of the simulated noise"));
  private static final Option<Double> SECONDS = Measuring.seconds(30);

  /** What is timed, and for which row. */
  private record Subject(
      String degradation, String restorer, String prior, BatchRestoration restoration, Job job) {}

  /** One row in {@code --json}. */
  private record Row(
      String degradation,
      String restorer,
      String prior,
      double psnr,
      double imagesPerSecond,
      Spread millisPerStack) {}

  /** The document of {@code --json}. */
  private record Document(
      Map<String, String> machine, int threads, int images, String origin, List<Row> rows) {}

  @Override
  public Signature signature() {
    return Signature.of("bench restore", "whole restorations in a second, and their PSNR")
        .details(
            "All images are restored as one stack, shared among the threads, again and again;"
                + " combinations take turns. PSNR is the mean over the images in dB, over the"
                + " missing pixels where some are missing.")
        .choices(PRIOR, DEGRADATION, RESTORER, IMAGES.dataset())
        .options(IMAGES.split(), COUNT, SEED, Measuring.THREADS, Measuring.CLOCK, SECONDS)
        .answersWithData()
        .example("bench restore")
        .example("bench restore --restorer latent-map:starts=8 --restorer hybrid --threads 2");
  }

  @Override
  public int run(Invocation in) {
    Map<String, String> machine = Measuring.machine(in);
    LabelledImages all = IMAGES.load(in);
    ImageStack truth = all.stack(0, Math.min(in.get(COUNT), all.count()));
    try (Team team = new Team(in.get(Measuring.THREADS))) {
      List<Subject> subjects = subjects(in, team, truth);
      List<Timing> timings =
          Measuring.time(
              in, "bench restore", subjects.stream().map(Subject::job).toList(), in.get(SECONDS));
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < subjects.size(); i++) {
        rows.add(row(subjects.get(i), timings.get(i)));
      }
      if (in.wantsJson()) {
        in.printJson(new Document(machine, team.size(), truth.count(), all.origin(), rows));
      } else {
        in.out().println(Measuring.line(machine));
        in.out().printf("%d images at once, threads: %d%n", truth.count(), team.size());
        table(rows).print(in.console());
      }
    }
    return ExitCode.OK;
  }

  private static List<Subject> subjects(Invocation in, Team team, ImageStack truth) {
    List<Chosen<Degradation>> degradations = in.all(DEGRADATION);
    if (degradations.isEmpty()) {
      degradations = USUAL.stream().map(text -> Composition.read(text, in.catalog())).toList();
    }
    List<Subject> subjects = new ArrayList<>();
    for (Chosen<Degradation> degradation : degradations) {
      ForwardModel model = degradation.plugin().bind(truth.shape(), degradation.parameters());
      for (Chosen<Restorer> restorer : in.all(RESTORER)) {
        for (Chosen<Prior> prior : in.all(PRIOR)) {
          PriorModel bound = prior.plugin().bind(truth.shape(), prior.parameters());
          BatchRestoration restoration =
              new BatchRestoration(
                  restorer.plugin(), restorer.parameters(), model, bound, truth, in.get(SEED));
          subjects.add(
              new Subject(
                  degradation.toString(),
                  restorer.toString(),
                  prior.toString(),
                  restoration,
                  restoration.job(team, in.get(Measuring.CLOCK), restorer.toString())));
        }
      }
    }
    return subjects;
  }

  private static Row row(Subject subject, Timing timing) {
    return new Row(
        subject.degradation(),
        subject.restorer(),
        subject.prior(),
        subject.restoration().psnr(),
        timing.imagesPerSecond(),
        Spread.of(timing.millis()));
  }

  private static Table table(List<Row> rows) {
    Table table =
        Table.of("DEGRADATION", "RESTORER", "PRIOR", "PSNR", "images/s", "ms for all (quartiles)");
    for (Row row : rows) {
      table.row(
          row.degradation(),
          row.restorer(),
          row.prior(),
          Measuring.number(row.psnr(), 2),
          Measuring.digits(row.imagesPerSecond()),
          row.millisPerStack().text(1));
    }
    return table;
  }
}
