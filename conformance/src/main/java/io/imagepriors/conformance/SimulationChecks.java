package io.imagepriors.conformance;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** What a {@link ForwardModel} simulates, and where it lets solvers start. */
final class SimulationChecks {
  /** At this many noise values the standard deviation is known to 1%, and five sigma are 3%. */
  private static final int NOISE_VALUES = 20_000;

  /** Chance alone goes beyond five standard errors once in two million runs. */
  private static final double STANDARD_ERRORS = 5;

  private final ImageStack probes;
  private final Supplier<ForwardModel> source;

  SimulationChecks(ImageStack probes, Supplier<ForwardModel> source) {
    this.probes = probes;
    this.source = source;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "sample-repeatable",
            "simulates the same for the same seed, and other noise for another",
            this::sampleRepeatable),
        new Check("noise", "adds noise of mean 0 and of the sigma it states", this::noise),
        new Check("first-estimate", "starts solvers from an image in [0, 1]", this::firstEstimate));
  }

  private void sampleRepeatable() {
    ForwardModel model = source.get();
    ImageStack x = probes.copy();
    ImageStack y = model.sample(x, new Random(9));
    Violation.unless(Arrays.equals(x.pixels(), probes.pixels()), "sample modified its input");
    Violation.unless(
        y.count() == x.count() && y.shape().equals(model.degraded()),
        "simulates %s, not %d of %s",
        y,
        x.count(),
        model.degraded());
    ImageStack again = source.get().sample(x, new Random(9));
    Violation.unless(
        Arrays.equals(y.pixels(), again.pixels()), "gives other bits for the same seed");
    ImageStack other = model.sample(x, new Random(10));
    Violation.unless(
        !Arrays.equals(y.pixels(), other.pixels()), "gives the same noise for every seed");
  }

  private void noise() {
    ForwardModel model = source.get();
    boolean[] measured = measuredValues(model);
    ImageStack clean = probes.image(0);
    ImageStack y = ImageStack.zeros(1, model.degraded());
    model.apply(clean, y);
    Random random = new Random(11);
    double sum = 0;
    double squares = 0;
    double products = 0;
    int count = 0;
    while (count < NOISE_VALUES) {
      float[] sample = model.sample(clean, random).pixels();
      double previous = 0;
      for (int i = 0; i < sample.length; i++) {
        if (measured[i]) {
          double noise = (sample[i] - y.pixels()[i]) / model.sigma();
          sum += noise;
          squares += noise * noise;
          products += noise * previous;
          previous = noise;
          count++;
        }
      }
    }
    double deviation = Math.sqrt(squares / count);
    Violation.unless(
        Math.abs(deviation - 1) <= STANDARD_ERRORS / Math.sqrt(2.0 * count),
        "its noise has a standard deviation of %.4g, stated is %.4g",
        deviation * model.sigma(),
        model.sigma());
    Violation.unless(
        Math.abs(sum / count) <= STANDARD_ERRORS / Math.sqrt(count),
        "its noise has a mean of %.2g, not 0",
        sum / count * model.sigma());
    Violation.unless(
        Math.abs(products / count) <= STANDARD_ERRORS / Math.sqrt(count),
        "the noise of neighbours is correlated by %.2g, white noise is not",
        products / count);
  }

  /** Which values of a degraded image carry noise. */
  private static boolean[] measuredValues(ForwardModel model) {
    boolean[] all = new boolean[model.degraded().size()];
    Optional<ImageStack> measured = model.measured();
    for (int i = 0; i < all.length; i++) {
      all[i] = measured.isEmpty() || measured.get().pixels()[i] == 1f;
    }
    return all;
  }

  private void firstEstimate() {
    ForwardModel model = source.get();
    ImageStack y = model.sample(probes, new Random(12));
    float[] before = y.pixels().clone();
    ImageStack x = model.firstEstimate(y);
    Violation.unless(Arrays.equals(before, y.pixels()), "firstEstimate modified its input");
    ResultImages.require(x, probes.count(), model.clean(), "the first estimate");
    Violation.unless(x.pixels() != y.pixels(), "firstEstimate gives back the array of its input");
    for (Shape other : WrongShapes.of(model.degraded())) {
      Refusal.of("images of shape " + other + " in firstEstimate")
          .by(() -> model.firstEstimate(ImageStack.zeros(1, other)));
    }
  }
}
