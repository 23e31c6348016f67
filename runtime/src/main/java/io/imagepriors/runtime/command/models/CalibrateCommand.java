package io.imagepriors.runtime.command.models;

import io.imagepriors.api.Calibrator;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Operands;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.file.AtomicFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Measures a prior's model on images of its class and stores in its file what it found. */
public final class CalibrateCommand implements Command {
  private static final ImageSelection IMAGES = ImageSelection.of("train");
  private static final Option<Optional<Path>> OUTPUT =
      Option.file("output", "the model file to write; without it, MODEL is replaced in one step");

  /** The document of {@code --json}. */
  private record Document(String file, Map<String, String> facts) {}

  /** Made for each run. */
  public CalibrateCommand() {}

  @Override
  public Signature signature() {
    return Signature.of("calibrate", "measure a model on images and store that in its file")
        .details(
            "Measured are the energies of the class, which 'score' compares with, and what the"
                + " decoder can't express, which 'hybrid' and 'posterior' use. Training does it too"
                + " when it ends. Name images that the model has not learned; of the very images of"
                + " its training, those are taken that training held back.")
        .choices(IMAGES.dataset())
        .options(IMAGES.split(), OUTPUT)
        .operands(Operands.one("MODEL", "the model file of a prior"))
        .answersWithData()
        .example("calibrate mine.onnx --split train")
        .example("calibrate mine.onnx --dataset mnist --data FOLDER --output better.onnx");
  }

  @Override
  public int run(Invocation in) {
    Path model = path(in.operands().get(0));
    Calibrator calibrator = calibrator(in, model);
    Path output = in.get(OUTPUT).orElse(model);
    AtomicFile.requireWritable(output);
    LabelledImages images = IMAGES.load(in);
    TrainedPrior calibrated;
    try (ProgressBar bar = in.progress("calibrate " + model.getFileName())) {
      calibrated = calibrator.calibrate(model, images, output, bar);
    }
    if (calibrated.outcome() == Outcome.CANCELLED) {
      throw new CancelledException();
    }
    if (in.wantsJson()) {
      in.printJson(new Document(output.toString(), calibrated.facts()));
    } else {
      calibrated.facts().forEach((key, value) -> in.out().println(key + ": " + value));
      in.out().println("wrote " + output);
    }
    return ExitCode.OK;
  }

  private static Calibrator calibrator(Invocation in, Path model) {
    return in.catalog().entries(Kind.PRIOR_READER).stream()
        .map(Entry::plugin)
        .filter(reader -> reader.accepts(model))
        .map(PriorReader::calibrator)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "model to calibrate", "be a model file, as in mine.onnx", model));
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new InvalidInputException("not a path: " + word, e);
    }
  }
}
