package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.Table;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.CoverageRow;
import io.imagepriors.runtime.evaluation.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks a restorer's uncertainty: how often its intervals cover the truth. */
public final class CoverageCommand implements Command {
  private static final Choice<Prior> PRIOR = Choice.option(Kind.PRIOR).orUsual("uniform").many();
  private static final Choice<Degradation> DEGRADATION =
      Choice.option(Kind.DEGRADATION).orDefault("gaussian-noise").many();
  private static final Choice<Restorer> RESTORER =
      Choice.option(Kind.RESTORER).orDefault("posterior");
  private static final ImageSelection IMAGES = ImageSelection.of("test");
  private static final Option<Integer> COUNT =
      Option.of(
          Parameter.integer("count", 64, 1, 1_000_000, "how many images, the first of the split"));
  private static final Option<Long> SEED =
      Option.of(Parameter.seed("seed of the simulated noise and of all else that is random"));

  /** The document of {@code --json}. */
  private record Document(
      String restorer, String dataset, int images, long seed, List<CoverageRow> rows) {}

  @Override
  public Signature signature() {
    return Signature.of("coverage", "check how often a restorer's intervals cover the truth")
        .choices(PRIOR, DEGRADATION, RESTORER, IMAGES.dataset())
        .options(IMAGES.split(), COUNT, SEED)
        .answersWithData()
        .example("coverage --degradation mask:half=lower --count 200")
        .example("coverage --prior naive --degradation gaussian-noise:sigma=0.25 --json");
  }

  @Override
  public int run(Invocation in) {
    LabelledImages images = Comparing.images(in, IMAGES, COUNT);
    List<CoverageRow> rows;
    try (ProgressBar bar = in.progress("restore")) {
      rows =
          Coverages.of(
              methods(in, images.shape()),
              Candidates.of(in.all(DEGRADATION)),
              images.stack(0, images.count()),
              in.get(SEED),
              bar);
    }
    if (in.wantsJson()) {
      String restorer = in.one(RESTORER).toString();
      in.printJson(new Document(restorer, images.origin(), images.count(), in.get(SEED), rows));
    } else {
      print(in, rows);
    }
    return ExitCode.OK;
  }

  private static List<Method> methods(Invocation in, Shape shape) {
    Candidate<Restorer> restorer = Candidates.of(in.one(RESTORER));
    List<Method> methods = new ArrayList<>();
    for (Chosen<Prior> prior : NeededPriors.of(in, PRIOR, RESTORER)) {
      methods.add(
          Method.of(restorer, prior.toString(), prior.plugin().bind(shape, prior.parameters())));
    }
    Optional<Method> free = Method.withoutPrior(restorer);
    return free.map(List::of).orElse(methods);
  }

  private static void print(Invocation in, List<CoverageRow> rows) {
    Table table =
        Table.of("PRIOR", "DEGRADATION", "PIXELS", "COUNT", "50%", "80%", "95%", "ERROR", "SAID");
    for (CoverageRow row : rows) {
      table.row(
          row.prior(),
          row.degradation(),
          row.pixels(),
          "" + row.count(),
          percent(row.within50()),
          percent(row.within80()),
          percent(row.within95()),
          number("%.4f", row.error()),
          number("%.4f", row.deviation()));
    }
    table.print(in.console());
  }

  private static String percent(double share) {
    return number("%.1f", 100 * share);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
