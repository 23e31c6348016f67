package io.imagepriors.conformance;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What the likelihood of a {@link ForwardModel} must fulfil. */
final class LikelihoodChecks {
  private static final String PREFIX = "likelihood-";

  /** Float32 sums over an image, in one order or another. */
  private static final double SAME_VALUE = 1e-4;

  /**
   * The residual that rounding may leave at the truth, per value: a degraded grey value near 1 is
   * known to 2^-24, and an operator may sum a hundred of them in another order.
   */
  private static final double RESIDUAL = 1e-6;

  private final ImageStack probes;
  private final Supplier<ForwardModel> source;

  LikelihoodChecks(ImageStack probes, Supplier<ForwardModel> source) {
    this.probes = probes;
    this.source = source;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(
            PREFIX + "truth",
            "has a likelihood that is best, with gradient 0, at the truth without noise",
            this::truth));
    checks.add(
        new Check(
            PREFIX + "formula",
            "has the likelihood ||A(x) - y||^2 / (2 sigma^2), image by image",
            this::formula));
    checks.addAll(new EnergyChecks(PREFIX, probes, this::ofOneImage).checks());
    checks.add(
        new Check(
            PREFIX + "wrong-data",
            "refuses degraded images that do not fit, in shape or in number",
            this::wrongData));
    checks.add(
        new Check(PREFIX + "own-data", "keeps its own copy of the degraded images", this::ownData));
    return checks;
  }

  private Energy ofOneImage() {
    ForwardModel model = source.get();
    return model.likelihood(model.sample(probes.image(0), new Random(13)));
  }

  private static ImageStack apply(ForwardModel model, ImageStack x) {
    ImageStack y = ImageStack.zeros(x.count(), model.degraded());
    model.apply(x, y);
    return y;
  }

  private void truth() {
    ForwardModel model = source.get();
    Energy likelihood = model.likelihood(apply(model, probes));
    double precision = 1 / (model.sigma() * model.sigma());
    double[] values = new double[probes.count()];
    ImageStack gradient = probes.like();
    likelihood.valueAndGradient(probes.copy(), values, gradient);
    double energy = model.degraded().size() * RESIDUAL * RESIDUAL * precision / 2;
    double largest = gain(model) * RESIDUAL * precision;
    for (int i = 0; i < values.length; i++) {
      Violation.unless(
          Math.abs(values[i]) <= energy, "is %.3g at the truth of image %d, not 0", values[i], i);
      double slope = Vectors.norm(gradient.image(i).pixels());
      Violation.unless(
          slope <= largest * Math.sqrt(model.degraded().size()),
          "has a gradient of length %.3g at the truth of image %d, not 0",
          slope,
          i);
    }
    double[] elsewhere = likelihood.values(ProbeImages.moved(probes, new Random(14)));
    for (int i = 0; i < values.length; i++) {
      Violation.unless(
          elsewhere[i] > values[i], "is no better at the truth of image %d than elsewhere", i);
    }
  }

  /** How much the adjoint lengthens a random residual; at least 1. */
  private static double gain(ForwardModel model) {
    ImageStack w = ProbeImages.gaussian(1, model.degraded(), new Random(15));
    ImageStack gradient = ImageStack.zeros(1, model.clean());
    model.adjoint(gradient.like(), w, gradient);
    return Math.max(1, Vectors.norm(gradient.pixels()) / Vectors.norm(w.pixels()));
  }

  private void formula() {
    ForwardModel model = source.get();
    Random random = new Random(16);
    ImageStack y = apply(model, ProbeImages.moved(probes, random));
    ImageStack x = ProbeImages.moved(probes, random);
    ImageStack image = apply(model, x);
    double[] values = model.likelihood(y).values(x);
    for (int i = 0; i < values.length; i++) {
      double residual = Vectors.distance(image.image(i).pixels(), y.image(i).pixels());
      double expected = residual * residual / (2 * model.sigma() * model.sigma());
      Violation.unless(
          Math.abs(values[i] - expected) <= SAME_VALUE * expected,
          "gives image %d %.6g, the formula gives %.6g",
          i,
          values[i],
          expected);
    }
  }

  private void wrongData() {
    ForwardModel model = source.get();
    for (Shape other : WrongShapes.of(model.degraded())) {
      Refusal.of("degraded images of shape " + other)
          .by(() -> model.likelihood(ImageStack.zeros(1, other)));
    }
    Energy ofTwo = model.likelihood(ImageStack.zeros(2, model.degraded()));
    ImageStack three = ImageStack.zeros(3, model.clean());
    ImageStack gradient = three.like();
    Refusal.of("3 images against 2 degraded ones")
        .by(() -> ofTwo.valueAndGradient(three, new double[3], gradient), gradient.pixels());
    Refusal.of("3 images against 2 degraded ones").by(() -> ofTwo.values(three));
    ImageStack broken = ImageStack.zeros(1, model.degraded());
    broken.pixels()[0] = Float.NaN;
    Refusal.of("degraded images that hold NaN").by(() -> model.likelihood(broken));
  }

  private void ownData() {
    ForwardModel model = source.get();
    ImageStack y = apply(model, probes);
    Energy likelihood = model.likelihood(y);
    double[] before = likelihood.values(probes);
    for (int i = 0; i < y.pixels().length; i++) {
      y.pixels()[i] += 0.25f;
    }
    double[] after = likelihood.values(probes);
    Violation.unless(
        Arrays.equals(before, after),
        "changes its value when the caller reuses the degraded images' buffer");
  }
}
