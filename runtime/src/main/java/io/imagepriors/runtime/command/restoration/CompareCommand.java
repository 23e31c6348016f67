package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
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
import io.imagepriors.runtime.report.ResultsJson;
import io.imagepriors.runtime.report.ResultsTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tries priors, degradations and restorers against each other on images of a dataset. */
public final class CompareCommand implements Command {
  private static final int USUAL_COUNT = 64;
  private static final Choice<Prior> PRIOR = Choice.option(Kind.PRIOR).orAll();
  private static final Choice<Degradation> DEGRADATION =
      Choice.option(Kind.DEGRADATION).many().orNone();
  private static final Choice<Restorer> RESTORER = Choice.option(Kind.RESTORER).orAll();
  private static final ImageSelection IMAGES = ImageSelection.of("test");
  private static final Option<Integer> COUNT =
      Option.of(
          Parameter.integer(
              "count", USUAL_COUNT, 1, 1_000_000, "how many images, the first of the split"));
  private static final Option<Long> SEED =
      Option.of(Parameter.seed("seed of the simulated noise and of all else that is random"));
  private static final Option<Optional<Path>> OUT =
      Option.folder("out", "where to write report.html, results.json and contact sheets");

  @Override
  public Signature signature() {
    return Signature.of("compare", "try priors, degradations and restorers against each other")
        .choices(PRIOR, DEGRADATION, RESTORER, IMAGES.dataset())
        .options(IMAGES.split(), COUNT, SEED, OUT)
        .answersWithData()
        .example("compare --degradation mask:half=lower --restorer hybrid --count 100")
        .example("compare --prior naive --prior model.onnx --out comparison");
  }

  @Override
  public int run(Invocation in) {
    Plan plan = plan(in);
    in.get(OUT).ifPresent(AtomicFile::requireFolder);
    Results results = Comparing.run(in, plan, Journal.none());
    String dataset = in.one(IMAGES.dataset()).toString();
    String command =
        Comparing.command("compare", dataset, IMAGES.text(in), plan) + " --seed " + in.get(SEED);
    Occasion occasion = Comparing.occasion("Priors compared", command, plan);
    List<Path> files =
        in.get(OUT)
            .map(folder -> ComparisonFolder.write(folder, results, occasion))
            .orElse(List.of());
    if (in.wantsJson()) {
      in.out().print(ResultsJson.text(ResultsJson.of(results, occasion)));
    } else {
      ResultsTable.lines(results).forEach(in.out()::println);
      Comparing.printFiles(in, files);
    }
    return results.outcome() == Outcome.CANCELLED ? ExitCode.CANCELLED : ExitCode.OK;
  }

  private static Plan plan(Invocation in) {
    List<Candidate<Degradation>> degradations = Candidates.of(in.all(DEGRADATION));
    return new Plan(
        Candidates.of(NeededPriors.of(in, PRIOR, RESTORER)),
        degradations.isEmpty() ? StandardDegradations.few(in.catalog()) : degradations,
        Candidates.of(in.all(RESTORER)),
        Comparing.images(in, IMAGES, COUNT),
        List.of(in.get(SEED)),
        Optional.empty(),
        Plan.USUAL_BATCH,
        Comparing.threads());
  }
}
