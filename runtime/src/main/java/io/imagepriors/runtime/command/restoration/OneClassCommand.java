package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Trainer;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.ModelFile;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Provenance;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.oneclass.ClassImages;
import io.imagepriors.runtime.oneclass.OneClassEvaluation;
import io.imagepriors.runtime.oneclass.OneClassPlan;
import io.imagepriors.runtime.oneclass.OneClassResults;
import io.imagepriors.runtime.report.Occasion;
import io.imagepriors.runtime.report.OneClassCsv;
import io.imagepriors.runtime.report.OneClassJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code evaluate --one-class}: a prior is trained on each class alone, and tells which test images
 * belong to it.
 */
public final class OneClassCommand implements Command {
  /** The switch of {@code evaluate}. */
  static final Option<Boolean> FLAG =
      Option.flag(
          "one-class",
          "train on one class at a time and tell the others from it, in place of restoring; --help"
              + " with it shows its own options");

  private static final Path FOLDER = Path.of("one-class");
  private static final Choice<Trainer> TRAINER = Choice.option(Kind.TRAINER).orDefault("naive");
  private static final ImageSelection IMAGES = ImageSelection.of("test");
  private static final ImageSelection TRAINING = ImageSelection.named("training", "train");
  private static final Option<String> CLASSES =
      Option.text("classes", "CLASSES", "all", "which classes, as in 0,3,8");
  private static final Option<String> SEEDS = Seeds.option("training", "1");
  private static final Option<Optional<Path>> CSV =
      Option.file("csv", "where to write a line per class and seed as comma-separated values");
  private static final Option<Optional<Path>> OUT =
      Option.folder(
          "out",
          "where models are kept, to go on from, and results.json and results.csv (default:"
              + " one-class)");

  @Override
  public Signature signature() {
    return Signature.of(
            "evaluate --one-class", "train on one class at a time and tell the others from it")
        .details(
            "Each class's prior learns from --training images of that class alone (by default the"
                + " split train of --dataset). Then every image of --split is scored; AUROC is the"
                + " chance that an image of another class scores higher than one of the class. The"
                + " score is fixed: "
                + OneClassResults.SCORE
                + ".")
        .choices(TRAINER, IMAGES.dataset(), TRAINING.dataset())
        .options(FLAG, IMAGES.split(), TRAINING.split(), CLASSES, SEEDS, CSV, OUT)
        .answersWithData()
        .example("evaluate --one-class")
        .example(
            "evaluate --one-class --classes 3,8 --seeds 3 --trainer uniform --out one-class-3-8")
        .example(
            "evaluate --one-class --training mnist:data=FOLDER --training-split"
                + " \"train[10000:60000]\" --out one-class-mnist");
  }

  @Override
  public int run(Invocation in) {
    Path folder = in.get(OUT).orElse(FOLDER);
    OneClassPlan plan = plan(in, folder);
    in.get(CSV).ifPresent(AtomicFile::requireWritable);
    AtomicFile.requireFolder(folder);
    OneClassResults results;
    try (ProgressBar bar = in.progress("one class")) {
      results =
          OneClassEvaluation.run(plan, file -> open(in, file), bar)
              .orElseThrow(CancelledException::new);
    }
    OneClassJson json = OneClassJson.of(results, plan, occasion(in, plan, folder));
    String csv = OneClassCsv.of(results);
    in.get(CSV).ifPresent(file -> AtomicFile.write(file, csv));
    AtomicFile.write(folder.resolve("results.csv"), csv);
    AtomicFile.write(folder.resolve("results.json"), json.text());
    if (in.wantsJson()) {
      in.printJson(json);
    } else {
      OneClassText.print(in, results, plan);
      in.get(CSV).ifPresent(file -> Comparing.printFiles(in, List.of(file)));
      Comparing.printFiles(
          in, List.of(folder.resolve("results.json"), folder.resolve("results.csv")));
    }
    return ExitCode.OK;
  }

  private static OneClassPlan plan(Invocation in, Path folder) {
    Chosen<Trainer> trainer = in.one(TRAINER);
    if (trainer.plugin().product() != Prior.class) {
      throw InvalidInputException.of(
          "--trainer", "train priors", trainer.label() + ", which does not");
    }
    requireSeedsAsList(trainer);
    LabelledImages test = IMAGES.load(in);
    LabelledImages training = TRAINING.load(in, trainingDataset(in));
    if (!training.shape().equals(test.shape())) {
      throw InvalidInputException.of(
          "training images of " + training.origin(),
          "have shape " + test.shape(),
          training.shape());
    }
    if (training.origin().equals(test.origin())) {
      throw InvalidInputException.of(
          "images of --training and --training-split",
          "differ from those that are tested",
          training.origin() + " for both");
    }
    return new OneClassPlan(
        trainer.plugin(),
        trainer.parameters(),
        training,
        test,
        classes(in.get(CLASSES), training, test),
        Seeds.parse(in.get(SEEDS)),
        folder);
  }

  private static void requireSeedsAsList(Chosen<Trainer> trainer) {
    for (Parameter<?> parameter : trainer.plugin().descriptor().parameters()) {
      if (parameter.name().equals("seed") && trainer.parameters().isSet(parameter)) {
        throw new InvalidInputException("evaluate --one-class takes --seeds, as in --seeds 7,");
      }
    }
  }

  private static Chosen<Dataset> trainingDataset(Invocation in) {
    return in.all(TRAINING.dataset()).stream()
        .findFirst()
        .orElseGet(() -> in.one(IMAGES.dataset()));
  }

  /** Classes that both have, at least two of them in the test images. */
  private static List<Integer> classes(String text, LabelledImages training, LabelledImages test) {
    List<Integer> inTest = ClassImages.classes(test);
    if (inTest.size() < 2) {
      throw InvalidInputException.of(
          "images of " + test.origin(), "be of two classes at least", inTest.size());
    }
    List<Integer> both = ClassImages.classes(training).stream().filter(inTest::contains).toList();
    if (text.equals("all")) {
      return both;
    }
    return Arrays.stream(text.split(","))
        .map(word -> known(word.strip(), both))
        .distinct()
        .toList();
  }

  private static Integer known(String word, List<Integer> classes) {
    return classes.stream()
        .filter(label -> String.valueOf(label).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.unknown(
                    "class", word, classes.stream().map(String::valueOf).toList()));
  }

  private static Prior open(Invocation in, Path file) {
    return ModelFile.open(Kind.PRIOR, file.toString(), in.catalog())
        .orElseThrow(
            () ->
                InvalidInputException.unknown(
                    "kind of model file", file.toString(), in.catalog().names(Kind.PRIOR_READER)));
  }

  private static Occasion occasion(Invocation in, OneClassPlan plan, Path folder) {
    String command =
        "./priors evaluate --one-class"
            + word("--trainer", in.one(TRAINER).toString())
            + word("--dataset", in.one(IMAGES.dataset()).toString())
            + word("--split", IMAGES.text(in))
            + word("--training", trainingDataset(in).toString())
            + word("--training-split", TRAINING.text(in, trainingDataset(in)))
            + word(
                "--classes",
                plan.classes().stream().map(String::valueOf).collect(Collectors.joining(",")))
            + word("--seeds", Seeds.format(plan.seeds()))
            + word("--out", folder.toString());
    return new Occasion(
        "One class at a time",
        command,
        plan.test().origin(),
        plan.seeds(),
        Map.of(),
        Provenance.machine());
  }

  private static String word(String option, String value) {
    return " " + option + " " + Provenance.quoted(value);
  }
}
