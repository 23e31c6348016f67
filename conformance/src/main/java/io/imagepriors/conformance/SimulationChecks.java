package io.imagepriors.conformance;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What a {@link ForwardModel} simulates, what it says was seen, and where it lets solvers start.
 */
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
        new Check(
            "observed",
            "says of each pixel whether it was seen as its operator does",
            this::observed),
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
    boolean[] seen = seenValues(model);
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
        if (seen[i]) {
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

  /** Which values of a degraded image carry noise: those that were seen, where that is known. */
  private static boolean[] seenValues(ForwardModel model) {
    boolean[] seen = new boolean[model.degraded().size()];
    Arrays.fill(seen, true);
    Optional<ImageStack> observed = model.observed();
    if (observed.isPresent() && model.degraded().equals(model.clean())) {
      for (int i = 0; i < seen.length; i++) {
        seen[i] = observed.get().pixels()[i] == 1f;
      }
    }
    return seen;
  }

  private void observed() {
    ForwardModel model = source.get();
    ImageStack observed =
        model
            .observed()
            .orElseThrow(() -> new NotApplicable("it neither keeps nor hides single pixels"));
    Shape shape = model.clean();
    Violation.unless(
        observed.count() == 1 && observed.shape().equals(shape),
        "observed() gives %s, not 1 image of %s",
        observed,
        shape);
    int seen = 0;
    for (float value : observed.pixels()) {
      Violation.unless(value == 0f || value == 1f, "observed() holds %s, not 0 or 1", value);
      seen += value == 1f ? 1 : 0;
    }
    Violation.unless(seen > 0, "observed() says that no pixel was seen");
    ImageStack kept = observed.copy();
    Arrays.fill(observed.pixels(), 0.5f);
    Violation.unless(
        Arrays.equals(model.observed().orElseThrow().pixels(), kept.pixels()),
        "observed() hands out its own array, so a caller can change the model");
    requireOperatorAgrees(model, kept.pixels());
  }

  /** Changes hidden pixels, then a few seen ones, and looks whether that shows. */
  private void requireOperatorAgrees(ForwardModel model, float[] observed) {
    ImageStack x = probes.image(0);
    float[] image = apply(model, x);
    ImageStack changed = x.copy();
    for (int i = 0; i < observed.length; i++) {
      changed.pixels()[i] += observed[i] == 0f ? 0.5f : 0f;
    }
    Violation.unless(
        Arrays.equals(image, apply(model, changed)),
        "a pixel that observed() calls missing changes the degraded image");
    ImageStack unit = x.copy();
    int stride = Math.max(1, observed.length / 100);
    for (int i = 0; i < observed.length; i += stride) {
      if (observed[i] == 1f) {
        float before = unit.pixels()[i];
        unit.pixels()[i] += 0.5f;
        Violation.unless(
            !Arrays.equals(image, apply(model, unit)),
            "pixel %d, which observed() calls seen, does not show in the degraded image",
            i);
        unit.pixels()[i] = before;
      }
    }
  }

  private static float[] apply(ForwardModel model, ImageStack x) {
    ImageStack y = ImageStack.zeros(x.count(), model.degraded());
    model.apply(x, y);
    return y.pixels();
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
