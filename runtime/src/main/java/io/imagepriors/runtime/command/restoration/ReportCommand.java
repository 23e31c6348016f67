package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.Dataset;
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
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.models.FittingClassifier;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.report.Occasion;
import io.imagepriors.runtime.report.Reference;
import io.imagepriors.runtime.report.ReportJson;
import io.imagepriors.runtime.report.ResultsJson;
import io.imagepriors.runtime.report.Study;
import io.imagepriors.runtime.report.StudyFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The whole answer in one document: what the codes of priors look like, how they fail and what
 * mends them, and who restores best, where, and by how much.
 */
public final class ReportCommand implements Command {
  static final Choice<Prior> PRIORS = Choice.operand(Kind.PRIOR).orAll();
  static final Choice<Degradation> DEGRADATION = Choice.option(Kind.DEGRADATION).many().orNone();
  static final Choice<Restorer> RESTORER = Choice.option(Kind.RESTORER).orAll();
  static final Choice<Classifier> CLASSIFIER =
      Choice.option(Kind.CLASSIFIER).orUsual(FittingClassifier.USUAL);
  static final Choice<Dataset> OUTLIERS = Choice.named(Kind.DATASET, "outlier").many().orNone();
  static final ImageSelection IMAGES = ImageSelection.of("test");
  static final Option<Integer> COUNT =
      Option.of(
          Parameter.integer(
              "count", 100, 2, 1_000_000, "how many images to restore, the first of the split"));
  static final Option<String> SEEDS = Seeds.option("1");
  static final Option<Optional<Path>> ONE_CLASS =
      Option.file("one-class", "results.json of 'evaluate --one-class', to be part of the report");
  private static final Path FOLDER = Path.of("report");
  private static final Option<Optional<Path>> OUT =
      Option.folder(
          "out",
          "where to write report.html, report.pdf, report.json, results.csv and what is finished,"
              + " to go on from (default: report)");

  @Override
  public Signature signature() {
    return Signature.of("report", "tell all about priors in one document: codes, failures, figures")
        .details(
            "Codes and energies are taken over all images of the split, 10,000 at most;"
                + " restorations over the first --count. The same command goes on where it was"
                + " stopped.")
        .choices(PRIORS, DEGRADATION, RESTORER, CLASSIFIER, IMAGES.dataset(), OUTLIERS)
        .options(IMAGES.split(), COUNT, SEEDS, ONE_CLASS, OUT)
        .answersWithData()
        .example("report")
        .example("report --count 500 --seeds 3 --out full-report")
        .example("report mine.onnx --dataset pictures:folder=scans --degradation blur:gaussian=1");
  }

  @Override
  public int run(Invocation in) {
    Path folder = in.get(OUT).orElse(FOLDER);
    AtomicFile.requireFolder(folder);
    LabelledImages images = Comparing.images(in, IMAGES, COUNT);
    Studying studying = Studying.of(in, images, folder);
    Study study = studying.run();
    Results results = study.results();
    if (results.outcome() == Outcome.CANCELLED) {
      in.err().println("stopped; the same command goes on from here");
      return ExitCode.CANCELLED;
    }
    Reference reference = new Reference(Result.INPUT);
    Occasion occasion = studying.occasion();
    List<Path> files = StudyFolder.write(folder, study, occasion, reference);
    if (in.wantsJson()) {
      in.out().print(ResultsJson.text(ReportJson.of(study, occasion, reference)));
    } else {
      study.summary().forEach(in.out()::println);
      Comparing.printFiles(in, files);
    }
    if (!files.contains(folder.resolve(StudyFolder.DOCUMENT))) {
      in.err().println("no " + StudyFolder.DOCUMENT + ": the bundle that prints is not installed");
    }
    return ExitCode.OK;
  }
}
