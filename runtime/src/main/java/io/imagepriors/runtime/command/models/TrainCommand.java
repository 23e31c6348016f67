package io.imagepriors.runtime.command.models;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Publication;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.file.AtomicFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the model file of a prior or a classifier from images. */
public final class TrainCommand implements Command {
  private static final Choice<Trainer> TRAINER = Choice.operand(Kind.TRAINER);
  private static final ImageSelection IMAGES = ImageSelection.of("train");
  private static final Option<Optional<Path>> OUTPUT =
      Option.file(
          "output", "the model file to write, replaced if it exists (required, or --publish)");
  private static final Option<Boolean> PUBLISH =
      Option.flag("publish", "put a prior's model into the plug-in folder, to be used at once");

  private final Optional<? extends Publication> publication;

  /** The document of {@code --json}. */
  private record Document(
      String file, String outcome, boolean published, Map<String, String> facts) {}

  /**
   * A command for this process.
   *
   * @param publication where models are plugged in, if there is such a place
   */
  public TrainCommand(Optional<? extends Publication> publication) {
    this.publication = publication;
  }

  @Override
  public Signature signature() {
    return Signature.of("train", "train a prior or a classifier on images and write its model file")
        .choices(TRAINER, IMAGES.dataset())
        .options(IMAGES.split(), OUTPUT, PUBLISH)
        .answersWithData()
        .example("train uniform --output uniform.onnx")
        .example("train uniform --publish")
        .example("train digit-classifier --dataset mnist --data FOLDER --output mine.onnx")
        .example(
            "train naive --dataset mnist --data FOLDER --split \"train[10000:60000]\""
                + " --output naive.onnx");
  }

  @Override
  public int run(Invocation in) {
    Chosen<Trainer> trainer = in.one(TRAINER);
    Kind<?> product = product(trainer.plugin());
    requirePublishable(in, trainer, product);
    if (in.get(PUBLISH)) {
      publication().requireOpen();
    }
    Path output = output(in, trainer.plugin().name());
    AtomicFile.requireWritable(output);
    LabelledImages images = IMAGES.load(in);
    in.err()
        .println("training " + trainer + " on " + images.count() + " images of " + images.origin());
    TrainedPrior trained;
    try (ProgressBar bar = in.progress("train " + trainer.label())) {
      trained = trainer.plugin().train(images, output, trainer.parameters(), bar);
    }
    Optional<Path> published =
        trained.outcome() == Outcome.COMPLETED ? publish(trained.file(), in) : Optional.empty();
    print(trained, product, published, in);
    return trained.outcome() == Outcome.COMPLETED ? ExitCode.OK : ExitCode.CANCELLED;
  }

  /** What the trainer's files hold. */
  private static Kind<?> product(Trainer trainer) {
    return Kind.all().stream()
        .filter(kind -> kind.type() == trainer.product())
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.unknown(
                    "kind of model by the trainer '" + trainer.name() + "'",
                    trainer.product().getSimpleName(),
                    Kind.all().stream().map(Kind::label).toList()));
  }

  private static void requirePublishable(Invocation in, Chosen<Trainer> trainer, Kind<?> product) {
    if (in.get(PUBLISH) && product != Kind.PRIOR) {
      throw new InvalidInputException(
          String.format(
              "--publish takes priors, and '%s' trains a %s: give --output FILE, and use it with"
                  + " --%s FILE",
              trainer.label(), product, product));
    }
  }

  /** What is only published is made in a folder of the plug-in folder, to be moved within it. */
  private Path output(Invocation in, String name) {
    if (!in.get(PUBLISH) || in.has(OUTPUT)) {
      return in.need(OUTPUT);
    }
    Path workshop = publication().workshop();
    AtomicFile.requireFolder(workshop);
    return workshop.resolve(name + ".onnx");
  }

  private Optional<Path> publish(Path model, Invocation in) {
    if (!in.get(PUBLISH)) {
      return Optional.empty();
    }
    Path published = publication().publish(model);
    if (!in.has(OUTPUT)) {
      AtomicFile.delete(model);
    }
    return Optional.of(published);
  }

  private Publication publication() {
    return publication.orElseThrow(
        () -> new InvalidInputException("--publish needs a plug-in folder; there is none"));
  }

  private static void print(
      TrainedPrior trained, Kind<?> product, Optional<Path> published, Invocation in) {
    Path file = published.orElse(trained.file());
    if (in.wantsJson()) {
      String outcome = trained.outcome().name().toLowerCase(Locale.ROOT);
      in.printJson(new Document(file.toString(), outcome, published.isPresent(), trained.facts()));
      return;
    }
    trained.facts().forEach((key, value) -> in.out().println(key + ": " + value));
    String end = trained.outcome() == Outcome.COMPLETED ? "" : "stopped early; the best so far: ";
    in.out().println(end + "wrote " + file);
    String name = trained.facts().get("name");
    boolean plugged = published.isPresent() && name != null;
    in.out().println("use it with: --" + product + " " + (plugged ? name : file));
    if (trained.outcome() == Outcome.CANCELLED) {
      in.out().println("the same command goes on from here, by " + file + ".checkpoint");
    }
  }
}
