package io.imagepriors.runtime.command.models;

import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import io.imagepriors.runtime.catalog.Kind;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.file.AtomicFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a prior's model file from images. */
public final class TrainCommand implements Command {
  private static final Choice<Trainer> TRAINER = Choice.operand(Kind.TRAINER);
  private static final ImageSelection IMAGES = ImageSelection.of("train");
  private static final Option<Optional<Path>> OUTPUT =
      Option.file("output", "the model file to write, replaced if it exists (required)");

  /** The document of {@code --json}. */
  private record Document(String file, String outcome, Map<String, String> facts) {}

  @Override
  public Signature signature() {
    return Signature.of("train", "train a prior on images and write its model file")
        .choices(TRAINER, IMAGES.dataset())
        .options(IMAGES.split(), OUTPUT)
        .answersWithData()
        .example("train uniform --output uniform.onnx")
        .example(
            "train naive --dataset mnist --data FOLDER --split \"train[10000:60000]\""
                + " --output naive.onnx");
  }

  @Override
  public int run(Invocation in) {
    Path output = in.need(OUTPUT);
    AtomicFile.requireWritable(output);
    Chosen<Trainer> trainer = in.one(TRAINER);
    LabelledImages images = IMAGES.load(in);
    in.err()
        .println("training " + trainer + " on " + images.count() + " images of " + images.origin());
    TrainedPrior trained;
    try (ProgressBar bar = in.progress("train " + trainer.label())) {
      trained = trainer.plugin().train(images, output, trainer.parameters(), bar);
    }
    print(trained, in);
    return trained.outcome() == Outcome.COMPLETED ? ExitCode.OK : ExitCode.CANCELLED;
  }

  private static void print(TrainedPrior trained, Invocation in) {
    if (in.wantsJson()) {
      String outcome = trained.outcome().name().toLowerCase(Locale.ROOT);
      in.printJson(new Document(trained.file().toString(), outcome, trained.facts()));
      return;
    }
    trained.facts().forEach((key, value) -> in.out().println(key + ": " + value));
    String end = trained.outcome() == Outcome.COMPLETED ? "" : "stopped early; the best so far: ";
    in.out().println(end + "wrote " + trained.file());
    in.out().println("use it with: --prior " + trained.file());
    if (trained.outcome() == Outcome.CANCELLED) {
      in.out().println("the same command goes on from here, by " + trained.file() + ".checkpoint");
    }
  }
}
