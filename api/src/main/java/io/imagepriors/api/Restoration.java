package io.imagepriors.api;

/** What a {@link Restorer} found. Immutable, but for the stack, which the receiver owns. */
public final class Restoration {
  private final ImageStack images;
  private final Outcome outcome;
  private final double[] objective;
  private final long steps;

  private Restoration(ImageStack images, Outcome outcome, double[] objective, long steps) {
    this.images = images;
    this.outcome = outcome;
    this.objective = objective;
    this.steps = steps;
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
    return new Restoration(images, outcome, objective.clone(), steps);
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
}
