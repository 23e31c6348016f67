package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Prior;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Journal;
import io.imagepriors.runtime.evaluation.Plan;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.report.ComparisonFolder;
import io.imagepriors.runtime.report.Occasion;
import io.imagepriors.runtime.report.ResultsTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The whole path in one command: digits are degraded, restored with everything that is plugged in,
 * measured, and shown on a page.
 */
public final class DemoCommand implements Command {
  private static final String DATASET = "digits";
  private static final Path FOLDER = Path.of("demo");
  private static final Option<Integer> COUNT =
      Option.of(Parameter.integer("count", 64, 1, 1000, "how many test digits"));
  private static final Option<Long> SEED =
      Option.of(Parameter.seed("seed of the simulated noise, and of training"));
  private static final Option<Boolean> RETRAIN =
      Option.flag("retrain", "first train all priors on the embedded digits (about four minutes)");
  private static final Option<Optional<Path>> OUT =
      Option.folder("out", "where to write page, data and contact sheets (default: demo)");

  @Override
  public Signature signature() {
    return Signature.of("demo", "restore noisy and masked digits and show who did better")
        .options(COUNT, SEED, RETRAIN, OUT)
        .example("demo")
        .example("demo --retrain --out demo-retrained");
  }

  @Override
  public int run(Invocation in) {
    Path folder = in.get(OUT).orElse(FOLDER);
    AtomicFile.requireFolder(folder);
    Dataset digits = in.catalog().get(Kind.DATASET, DATASET).plugin();
    if (!in.get(RETRAIN)) {
      return run(in, folder, digits, Candidates.all(in.catalog(), Kind.PRIOR));
    }
    try (Retraining retraining = new Retraining(in, digits, folder, in.get(SEED))) {
      return run(in, folder, digits, retraining.priors());
    }
  }

  private static int run(
      Invocation in, Path folder, Dataset digits, List<Candidate<Prior>> priors) {
    LabelledImages test = digits.load("test", digits.descriptor().defaults());
    Plan plan =
        new Plan(
            priors,
            StandardDegradations.few(in.catalog()),
            Candidates.all(in.catalog(), Kind.RESTORER),
            test.slice(0, Math.min(in.get(COUNT), test.count())),
            List.of(in.get(SEED)),
            Optional.empty(),
            Plan.USUAL_BATCH,
            Comparing.threads());
    Results results = Comparing.run(in, plan, Journal.none());
    Occasion occasion = Comparing.occasion("Restored digits", command(in), plan);
    List<Path> files = ComparisonFolder.write(folder, results, occasion);
    ResultsTable.lines(results).forEach(in.out()::println);
    Comparing.printFiles(in, files);
    return results.outcome() == Outcome.CANCELLED ? ExitCode.CANCELLED : ExitCode.OK;
  }

  private static String command(Invocation in) {
    String retrain = in.get(RETRAIN) ? " --retrain" : "";
    return "./priors demo" + retrain + " --count " + in.get(COUNT) + " --seed " + in.get(SEED);
  }
}
