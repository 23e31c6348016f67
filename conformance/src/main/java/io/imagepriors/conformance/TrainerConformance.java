package io.imagepriors.conformance;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Shape;
import io.imagepriors.api.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A trainer under test: its description, the model file it writes, its manners towards monitors and
 * interrupts, its answer to images and files that do not fit, and what happens when it is closed in
 * use. How good its models are is no matter here.
 *
 * <p>Each check trains, most of them more than once, so the training must be short. Without more,
 * it is tried with {@value #IMAGES} {@link ProbeImages} of {@link
 * DegradationConformance#DEFAULT_SHAPE} in two classes and {@link #shortest} parameters. Immutable.
 */
public final class TrainerConformance implements Conformance {
  /** How many images are learned from where nobody says otherwise. */
  public static final int IMAGES = 64;

  /** What makes a training short, by the usual names of parameters. */
  private static final Map<String, String> SHORT = Map.of("epochs", "2", "batch", "16");

  /** Closing is tried by few: where one training runs at a time, the others only wait. */
  private static final int USERS = 2;

  private final TrainerRun run;
  private final Copies<Trainer> copies;

  private TrainerConformance(TrainerRun run, Copies<Trainer> copies) {
    this.run = run;
    this.copies = copies;
  }

  /** The trainer with {@link #shortest} parameters. It stays the caller's and is not closed. */
  public static TrainerConformance of(Trainer trainer) {
    return new TrainerConformance(
        new TrainerRun(
            trainer,
            ProbeCollection.of(DegradationConformance.DEFAULT_SHAPE, IMAGES),
            shortest(trainer),
            Optional.empty()),
        Copies.none());
  }

  /** The defaults, but 2 {@code epochs} and a {@code batch} of 16 where there is such a thing. */
  public static Parameters shortest(Trainer trainer) {
    Parameters parameters = trainer.descriptor().defaults();
    for (Map.Entry<String, String> entry : SHORT.entrySet()) {
      parameters = withIfPossible(parameters, entry.getKey(), entry.getValue());
    }
    return parameters;
  }

  private static Parameters withIfPossible(Parameters parameters, String name, String text) {
    try {
      return parameters.with(name, text);
    } catch (InvalidInputException e) {
      return parameters; // there is no such parameter, or one of another meaning
    }
  }

  /** A copy that trains with these parameters. */
  public TrainerConformance withParameters(Parameters other) {
    return new TrainerConformance(run.with(other), copies);
  }

  /** A copy that trains with {@link ProbeImages} of this shape. */
  public TrainerConformance withShape(Shape shape) {
    return withImages(ProbeCollection.of(shape, run.images().count()));
  }

  /** A copy that trains with these images, which should be few. */
  public TrainerConformance withImages(LabelledImages images) {
    return new TrainerConformance(run.with(images), copies);
  }

  /** A copy that also opens each model, with a reader of its format. */
  public TrainerConformance withReader(PriorReader reader) {
    TrainerRun reading =
        new TrainerRun(run.trainer(), run.images(), run.parameters(), Optional.of(reader));
    return new TrainerConformance(reading, copies);
  }

  /**
   * A copy that can also try closing.
   *
   * @param opener gives a new instance of the same trainer, which the checks close
   */
  public TrainerConformance withReopening(Supplier<? extends Trainer> opener) {
    return new TrainerConformance(run, Copies.of(opener));
  }

  /**
   * A copy that can also try closing, and whether the code can go afterwards.
   *
   * @param provider gives the trainer among others; the checks load its code anew, in a class
   *     loader of their own, and close what it gives
   */
  public TrainerConformance withProvider(Class<? extends PluginProvider> provider) {
    return new TrainerConformance(run, Copies.of(provider, Trainer.class, subject()));
  }

  /**
   * Trains for one step, to see whether training is possible here at all.
   *
   * @throws InvalidInputException if it is not, saying what is missing
   */
  public void tryOnce() {
    try (Workshop workshop = Workshop.open()) {
      run.train(workshop.file(TrainerRun.OUTPUT), progress -> false);
    }
  }

  @Override
  public String subject() {
    return run.trainer().name();
  }

  @Override
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    DescriptorChecks description = new DescriptorChecks(run.trainer(), this::train);
    checks.add(description.descriptor());
    checks.add(description.foreignParameters());
    checks.addAll(new TrainingChecks(run).checks());
    checks.addAll(new TrainingStops(run).checks());
    checks.addAll(new ClosingChecks<>("", copies, this::operation, USERS).checks());
    return checks;
  }

  private void train(Parameters parameters) {
    try (Workshop workshop = Workshop.open()) {
      run.with(parameters).train(workshop);
    }
  }

  /** One training at a time; its model stands for itself by a number. */
  private Operation operation(Trainer instance) {
    Parameters own = instance.descriptor().defaults().with(run.parameters().texts());
    TrainerRun other = new TrainerRun(instance, run.images(), own, run.reader());
    Object oneAtATime = new Object();
    return Operation.ofNumber(
        () -> {
          synchronized (oneAtATime) {
            return Arrays.hashCode(other.model());
          }
        });
  }
}
