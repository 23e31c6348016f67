package io.imagepriors.api;

import java.util.List;

/**
 * How sure a {@link Restoration} is: several restorations that the data allow, and how far they lie
 * apart at each pixel. Immutable, but for the stacks, which the receiver owns.
 *
 * @since 1.2
 */
public final class Uncertainty {
  private final List<ImageStack> draws;
  private final ImageStack deviation;

  private Uncertainty(List<ImageStack> draws, ImageStack deviation) {
    this.draws = draws;
    this.deviation = deviation;
  }

  /**
   * From draws of the posterior alone: the deviation is theirs, {@code sqrt(sum (x_k - mean)² / (n
   * - 1))}.
   *
   * @param draws as for {@link #of}, but at least two
   * @throws InvalidInputException if there are fewer, or sizes differ
   */
  public static Uncertainty ofDraws(List<ImageStack> draws) {
    if (draws.size() < 2) {
      throw InvalidInputException.of("draws of an uncertainty", "be at least 2", draws.size());
    }
    return of(draws, deviation(draws));
  }

  /**
   * From draws and a deviation that the method knows better than its draws can tell.
   *
   * @param draws stack {@code k} holds one plausible restoration of every image, values in [0, 1];
   *     handed over to the receiver. Any two may be swapped without changing their law. At least
   *     one
   * @param deviation the standard deviation of every value, at least 0, in units of grey value;
   *     handed over to the receiver
   * @throws InvalidInputException if there is no draw, or sizes differ
   */
  public static Uncertainty of(List<ImageStack> draws, ImageStack deviation) {
    if (draws.isEmpty()) {
      throw InvalidInputException.of("draws of an uncertainty", "be at least 1", draws.size());
    }
    for (ImageStack draw : draws) {
      draw.requireSameSize(deviation, "draw of an uncertainty");
    }
    return new Uncertainty(List.copyOf(draws), deviation);
  }

  /**
   * Plausible restorations, drawn independently: stack {@code k} holds the {@code k}-th of every
   * image. At least one.
   */
  public List<ImageStack> draws() {
    return draws;
  }

  /** The standard deviation of every restored value, at least 0, in units of grey value. */
  public ImageStack deviation() {
    return deviation;
  }

  private static ImageStack deviation(List<ImageStack> draws) {
    ImageStack deviation = draws.get(0).like();
    draws.forEach(draw -> draw.requireSameSize(deviation, "draw of an uncertainty"));
    for (int p = 0; p < deviation.pixels().length; p++) {
      double mean = 0;
      double squares = 0;
      for (int k = 0; k < draws.size(); k++) {
        double step = draws.get(k).pixels()[p] - mean;
        mean += step / (k + 1);
        squares += step * (draws.get(k).pixels()[p] - mean);
      }
      deviation.pixels()[p] = (float) Math.sqrt(squares / (draws.size() - 1));
    }
    return deviation;
  }
}
