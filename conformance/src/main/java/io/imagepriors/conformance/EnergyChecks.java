package io.imagepriors.conformance;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What an {@link Energy} must fulfil, be it a prior's or a likelihood. */
final class EnergyChecks {
  /** Two ways to one number may round differently, by a few units in float32's last place. */
  private static final double SAME_VALUE = 1e-5;

  private final String prefix;
  private final ImageStack probes;
  private final Supplier<? extends Energy> source;

  /**
   * @param prefix what the names of the checks begin with
   * @param probes images of the energy's shape
   * @param source binds the energy anew
   */
  EnergyChecks(String prefix, ImageStack probes, Supplier<? extends Energy> source) {
    this.prefix = prefix;
    this.probes = probes;
    this.source = source;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(prefix + "shape", "takes images of the shape it was bound to", this::shape));
    checks.addAll(
        new OperationChecks(
                prefix,
                probes.count(),
                () -> OperationChecks.named("the energy", operation(source.get())))
            .checks());
    checks.add(
        new Check(
            prefix + "extremes",
            "gives finite numbers for black, white and values outside [0, 1]",
            this::extremes));
    checks.add(
        new Check(
            prefix + "values",
            "gives the same values with and without the gradient",
            this::valuesAlone));
    checks.add(
        new Check(prefix + "gradient", "has the gradient that differences show", this::gradient));
    checks.add(
        new Check(
            prefix + "wrong-sizes", "refuses stacks and arrays that do not fit", this::wrongSizes));
    return checks;
  }

  /** One evaluation of images out of the probes. */
  Operation operation(Energy energy) {
    return indices -> {
      ImageStack x = probes.gather(indices);
      ImageStack gradient = x.like();
      double[] values = new double[x.count() + 2];
      return new Trial(
          x.count(),
          new float[][] {x.pixels()},
          new float[][] {gradient.pixels()},
          values,
          () -> energy.valueAndGradient(x, values, gradient));
    };
  }

  private void shape() {
    Shape shape = source.get().shape();
    Violation.unless(
        shape.equals(probes.shape()), "was bound to %s, but takes %s", probes.shape(), shape);
  }

  private void extremes() {
    Energy energy = source.get();
    Shape shape = probes.shape();
    for (float grey : new float[] {0f, 1f, -0.5f, 1.5f}) {
      ImageStack x = ImageStack.zeros(1, shape);
      Arrays.fill(x.pixels(), grey);
      ImageStack gradient = x.like();
      double[] values = new double[1];
      energy.valueAndGradient(x, values, gradient);
      Violation.unless(
          Double.isFinite(values[0]), "gives %s for an image of only %s", values[0], grey);
      for (float g : gradient.pixels()) {
        Violation.unless(
            Float.isFinite(g), "has %s in the gradient for an image of only %s", g, grey);
      }
    }
  }

  private void valuesAlone() {
    Energy energy = source.get();
    double[] expected = new double[probes.count()];
    energy.valueAndGradient(probes.copy(), expected, probes.like());
    ImageStack x = probes.copy();
    double[] values = energy.values(x);
    Violation.unless(
        values.length == expected.length, "gives %d values, not %d", values.length, x.count());
    Violation.unless(Arrays.equals(x.pixels(), probes.pixels()), "values() modified its input");
    for (int i = 0; i < values.length; i++) {
      Violation.unless(
          Math.abs(values[i] - expected[i]) <= SAME_VALUE * Math.abs(expected[i]),
          "gives image %d the value %s alone and %s with the gradient",
          i,
          values[i],
          expected[i]);
    }
  }

  private void gradient() {
    Energy energy = source.get();
    Random random = new Random(2);
    ImageStack x = ProbeImages.moved(probes, random);
    for (int i = 0; i < x.count(); i++) {
      new LineIntegral("image " + i, (points, gradients) -> evaluate(energy, points, gradients))
          .verify(x.image(i).pixels(), random);
    }
  }

  private static double[] evaluate(Energy energy, float[] points, float[] gradients) {
    ImageStack x = ImageStack.wrap(energy.shape(), points);
    double[] values = new double[x.count()];
    energy.valueAndGradient(x, values, ImageStack.wrap(energy.shape(), gradients));
    return values;
  }

  private void wrongSizes() {
    Energy energy = source.get();
    Shape shape = probes.shape();
    ImageStack x = probes.copy();
    double[] values = new double[x.count()];
    for (Shape other : WrongShapes.of(shape)) {
      ImageStack wrong = ImageStack.zeros(x.count(), other);
      ImageStack output = wrong.like();
      Refusal.of("images of shape " + other + " instead of " + shape)
          .by(() -> energy.valueAndGradient(wrong, values, output), output.pixels());
      Refusal.of("images of shape " + other + " instead of " + shape)
          .by(() -> energy.values(wrong));
      Refusal.of("a gradient of shape " + other + " for images of " + shape)
          .by(() -> energy.valueAndGradient(x, values, output), output.pixels());
    }
    ImageStack longer = ImageStack.zeros(x.count() + 1, shape);
    Refusal.of("a gradient of " + longer.count() + " images for " + x.count())
        .by(() -> energy.valueAndGradient(x, values, longer), longer.pixels());
    ImageStack gradient = x.like();
    Refusal.of("room for " + (x.count() - 1) + " values of " + x.count() + " images")
        .by(
            () -> energy.valueAndGradient(x, new double[x.count() - 1], gradient),
            gradient.pixels());
  }
}
