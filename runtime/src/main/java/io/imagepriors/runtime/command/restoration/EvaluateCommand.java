package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.LabelledImages;
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
import io.imagepriors.runtime.command.Provenance;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.SwitchedCommand;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Journal;
import io.imagepriors.runtime.evaluation.Plan;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.report.Occasion;
import io.imagepriors.runtime.report.Reference;
import io.imagepriors.runtime.report.ResultsCsv;
import io.imagepriors.runtime.report.ResultsJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Measures priors, degradations and restorers on many images with several noise seeds, and says
 * which differences are more than chance.
 */
public final class EvaluateCommand implements Command {
  private static final String JOURNAL = "finished.jsonl";
  private static final Choice<Prior> PRIOR = Choice.option(Kind.PRIOR).orAll();
  private static final Choice<Degradation> DEGRADATION =
      Choice.option(Kind.DEGRADATION).many().orNone();
  private static final Choice<Restorer> RESTORER = Choice.option(Kind.RESTORER).orAll();
  private static final Choice<Classifier> CLASSIFIER =
      Choice.option(Kind.CLASSIFIER).orUsual("digit-classifier");
  private static final ImageSelection IMAGES = ImageSelection.of("test");
  private static final Option<Integer> COUNT =
      Option.of(
          Parameter.integer("count", 100, 1, 1_000_000, "how many images, the first of the split"));
  private static final Option<String> SEEDS = Seeds.option("3");
  private static final Option<String> REFERENCE =
      Option.text(
          "reference",
          "METHOD",
          Result.INPUT,
          "what gains are measured over: input, a restorer without prior, or RESTORER,PRIOR");
  private static final Option<Optional<Path>> CSV =
      Option.file("csv", "where to write the table as comma-separated values");
  private static final Option<Optional<Path>> OUT =
      Option.folder(
          "out", "where to write results.json, results.csv and what is finished, to go on from");

  /** This command, which {@code --one-class} turns into another. */
  public static Command withOneClass() {
    return new SwitchedCommand(new EvaluateCommand(), OneClassCommand.FLAG, new OneClassCommand());
  }

  @Override
  public Signature signature() {
    return Signature.of("evaluate", "measure priors, degradations and restorers with several seeds")
        .choices(PRIOR, DEGRADATION, RESTORER, CLASSIFIER, IMAGES.dataset())
        .options(IMAGES.split(), COUNT, SEEDS, REFERENCE, CSV, OUT, OneClassCommand.FLAG)
        .answersWithData()
        .example("evaluate --count 500 --seeds 3 --out figures")
        .example("evaluate --degradation mask:hole=14 --restorer hybrid --seeds 7,8,9 --csv it.csv")
        .example("evaluate --reference hybrid,naive --count 200")
        .example("evaluate --one-class --help");
  }

  @Override
  public int run(Invocation in) {
    Plan plan = plan(in);
    Reference reference = Reference.of(in.get(REFERENCE), plan);
    in.get(CSV).ifPresent(AtomicFile::requireWritable);
    Journal journal = journal(in);
    Results results = Comparing.run(in, plan, journal);
    if (journal.taken() > 0) {
      in.err().println("finished by earlier runs: " + journal.taken() + " of " + plan.pieces());
    }
    Occasion occasion = Comparing.occasion("Priors evaluated", command(in, plan, reference), plan);
    String json = ResultsJson.text(ResultsJson.of(results, occasion, reference));
    String csv = ResultsCsv.of(results, reference);
    in.get(CSV).ifPresent(file -> AtomicFile.write(file, csv));
    if (in.wantsJson()) {
      in.out().print(json);
    } else {
      EvaluationText.of(results, plan, reference).forEach(in.out()::println);
      in.get(CSV).ifPresent(file -> Comparing.printFiles(in, List.of(file)));
    }
    in.get(OUT).ifPresent(folder -> write(in, folder, json, csv));
    return results.outcome() == Outcome.CANCELLED ? ExitCode.CANCELLED : ExitCode.OK;
  }

  private static Plan plan(Invocation in) {
    List<Candidate<Degradation>> degradations = Candidates.of(in.all(DEGRADATION));
    LabelledImages images = Comparing.images(in, IMAGES, COUNT);
    return new Plan(
        Candidates.of(NeededPriors.of(in, PRIOR, RESTORER)),
        degradations.isEmpty() ? StandardDegradations.many(in.catalog()) : degradations,
        Candidates.of(in.all(RESTORER)),
        images,
        Seeds.parse(in.get(SEEDS)),
        Judging.of(in, CLASSIFIER, images),
        Plan.USUAL_BATCH,
        Comparing.threads());
  }

  private static Journal journal(Invocation in) {
    Optional<Path> folder = in.get(OUT);
    folder.ifPresent(AtomicFile::requireFolder);
    return folder.map(path -> Journal.open(path.resolve(JOURNAL))).orElseGet(Journal::none);
  }

  private static void write(Invocation in, Path folder, String json, String csv) {
    Path data = folder.resolve("results.json");
    Path table = folder.resolve("results.csv");
    AtomicFile.write(data, json);
    AtomicFile.write(table, csv);
    if (!in.wantsJson()) {
      Comparing.printFiles(in, List.of(data, table, folder.resolve(JOURNAL)));
    }
  }

  private static String command(Invocation in, Plan plan, Reference reference) {
    String dataset = in.one(IMAGES.dataset()).toString();
    String judge =
        plan.judge().map(j -> " --classifier " + Provenance.quoted(j.label())).orElse("");
    return Comparing.command("evaluate", dataset, IMAGES.text(in), plan)
        + " --seeds "
        + Seeds.format(plan.seeds())
        + judge
        + " --reference "
        + Provenance.quoted(reference.label().replace(" ", ""));
  }
}
