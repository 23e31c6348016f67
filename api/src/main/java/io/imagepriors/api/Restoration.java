package io.imagepriors.api;

import java.util.Optional;

/** What a {@link Restorer} found. Immutable, but for stacks, which the receiver owns. */
public final class Restoration {
  private final ImageStack images;
  private final Outcome outcome;
  private final double[] objective;
  private final long steps;
  private final Optional<Uncertainty> uncertainty;

  private Restoration(
      ImageStack images,
      Outcome outcome,
      double[] objective,
      long steps,
      Optional<Uncertainty> uncertainty) {
    this.images = images;
    this.outcome = outcome;
    this.objective = objective;
    this.steps = steps;
    this.uncertainty = uncertainty;
  }

  /**
   * A result.
   *
   * @param images the restored images, handed over to the receiver
   * @param outcome how the search ended
   * @param objective the method's objective at each image; copied
   * @param steps gradient steps taken
   */
  public static Restoration of(ImageStack images, Outcome outcome, double[] objective, long steps) {
    if (objective.length != images.count()) {
      throw InvalidInputException.of(
          "objective", "have one value per image (" + images.count() + ")", objective.length);
    }
    return new Restoration(images, outcome, objective.clone(), steps, Optional.empty());
  }

  /**
   * This result, and how sure it is.
   *
   * @param sureness of the same images: of their count and shape; handed over to the receiver
   * @throws InvalidInputException if count or shape differ
   * @since 1.2
   */
  public Restoration with(Uncertainty sureness) {
    sureness.deviation().requireSameSize(images, "uncertainty of a restoration");
    return new Restoration(images, outcome, objective, steps, Optional.of(sureness));
  }

  /** The restored images, values in [0, 1]. */
  public ImageStack images() {
    return images;
  }

  /** Whether the search ran to its end. */
  public Outcome outcome() {
    return outcome;
  }

  /** The value of the method's objective at image {@code index}; comparable within one method. */
  public double objective(int index) {
    return objective[index];
  }

  /** The number of gradient steps taken. */
  public long steps() {
    return steps;
  }

  /**
   * How sure the images are, pixel by pixel. Empty where the method does not say, or was stopped
   * before it could.
   *
   * @since 1.2
   */
  public Optional<Uncertainty> uncertainty() {
    return uncertainty;
  }
}
