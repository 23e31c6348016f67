package io.imagepriors.conformance;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** What the operator {@code A} of a {@link ForwardModel} and its adjoint must fulfil. */
final class OperatorChecks {
  /**
   * How far {@code <A x, y>} may be from {@code <x, Aᵀ y>}, relative to {@code ||A x|| ||y||}: each
   * of the two is off by the rounding of float32 sums, about {@code sqrt(k) 2^-24} for {@code k}
   * terms each; ten thousand terms give 6e-6.
   */
  static final double ADJOINT_TOLERANCE = 1e-5;

  private static final int PAIRS = 8;

  private final ImageStack probes;
  private final Supplier<ForwardModel> source;

  OperatorChecks(ImageStack probes, Supplier<ForwardModel> source) {
    this.probes = probes;
    this.source = source;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(
            "shape", "takes images of the shape it was bound to, and has noise", this::shape));
    checks.addAll(new OperationChecks("", probes.count(), this::operations).checks());
    checks.add(
        new Check("adjoint", "fulfils <A x, y> = <x, A' y>, also at the borders", this::adjoint));
    checks.add(
        new Check("wrong-sizes", "refuses stacks that do not fit each other", this::wrongSizes));
    return checks;
  }

  private Map<String, Operation> operations() {
    return operations(source.get(), probes);
  }

  /** The operator and its adjoint, on images out of the probes. */
  static Map<String, Operation> operations(ForwardModel model, ImageStack probes) {
    ImageStack cotangents = ProbeImages.gaussian(probes.count(), model.degraded(), new Random(7));
    Map<String, Operation> operations = new LinkedHashMap<>();
    operations.put("apply", apply(model, probes));
    operations.put(
        "adjoint",
        indices -> {
          ImageStack x = probes.gather(indices);
          ImageStack w = cotangents.gather(indices);
          ImageStack gradient = x.like();
          return new Trial(
              x.count(),
              new float[][] {x.pixels(), w.pixels()},
              new float[][] {gradient.pixels()},
              () -> model.adjoint(x, w, gradient));
        });
    return operations;
  }

  private static Operation apply(ForwardModel model, ImageStack probes) {
    return indices -> {
      ImageStack x = probes.gather(indices);
      ImageStack y = ImageStack.zeros(x.count(), model.degraded());
      return new Trial(
          x.count(),
          new float[][] {x.pixels()},
          new float[][] {y.pixels()},
          () -> model.apply(x, y));
    };
  }

  private void shape() {
    ForwardModel model = source.get();
    Violation.unless(
        model.clean().equals(probes.shape()),
        "was bound to %s, but takes %s",
        probes.shape(),
        model.clean());
    Violation.unless(
        model.sigma() > 0 && Double.isFinite(model.sigma()),
        "has noise of standard deviation %s, which must be above 0",
        model.sigma());
  }

  private void adjoint() {
    ForwardModel model = source.get();
    Random random = new Random(8);
    ImageStack x = ProbeImages.moved(probes, random);
    if (isLinear(model, x)) {
      for (int i = 0; i < PAIRS; i++) {
        requireAdjoint(
            model,
            ProbeImages.gaussian(1, model.clean(), random),
            ProbeImages.gaussian(1, model.degraded(), random));
      }
      for (int place : borders(model.clean())) {
        ImageStack point = ImageStack.zeros(1, model.clean());
        point.pixels()[place] = 1;
        requireAdjoint(model, point, ProbeImages.gaussian(1, model.degraded(), random));
      }
    } else {
      requireDerivative(model, x, random);
    }
  }

  private static boolean isLinear(ForwardModel model, ImageStack x) {
    ImageStack twice = x.copy();
    for (int i = 0; i < twice.pixels().length; i++) {
      twice.pixels()[i] = 2 * twice.pixels()[i] - 0.5f * x.pixels()[x.pixels().length - 1 - i];
    }
    ImageStack mirrored = x.like();
    for (int i = 0; i < twice.pixels().length; i++) {
      mirrored.pixels()[i] = x.pixels()[x.pixels().length - 1 - i];
    }
    float[] ofX = degrade(model, x).pixels();
    float[] ofMirrored = degrade(model, mirrored).pixels();
    float[] expected = new float[ofX.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = 2 * ofX[i] - 0.5f * ofMirrored[i];
    }
    double distance = Vectors.distance(degrade(model, twice).pixels(), expected);
    return distance <= ADJOINT_TOLERANCE * (Vectors.norm(ofX) + Vectors.norm(ofMirrored));
  }

  private static void requireAdjoint(ForwardModel model, ImageStack v, ImageStack w) {
    ImageStack image = degrade(model, v);
    ImageStack gradient = v.like();
    model.adjoint(v.like(), w, gradient);
    double forward = Vectors.dot(image.pixels(), w.pixels());
    double backward = Vectors.dot(v.pixels(), gradient.pixels());
    double scale =
        Math.max(
            Vectors.norm(image.pixels()) * Vectors.norm(w.pixels()),
            Vectors.norm(v.pixels()) * Vectors.norm(gradient.pixels()));
    Violation.unless(
        Math.abs(forward - backward) <= ADJOINT_TOLERANCE * scale,
        "<A x, y> = %.6g, but <x, A' y> = %.6g",
        forward,
        backward);
  }

  private static void requireDerivative(ForwardModel model, ImageStack x, Random random) {
    ImageStack w = ProbeImages.gaussian(x.count(), model.degraded(), random);
    for (int i = 0; i < x.count(); i++) {
      ImageStack cotangent = w.image(i);
      new LineIntegral(
              "<A(x), w> at image " + i,
              (points, gradients) -> evaluate(model, cotangent, points, gradients))
          .verify(x.image(i).pixels(), random);
    }
  }

  private static double[] evaluate(
      ForwardModel model, ImageStack cotangent, float[] points, float[] gradients) {
    ImageStack x = ImageStack.wrap(model.clean(), points);
    ImageStack w = cotangent.gather(new int[x.count()]);
    model.adjoint(x, w, ImageStack.wrap(model.clean(), gradients));
    return Vectors.dots(degrade(model, x).pixels(), cotangent.pixels());
  }

  /** The corners and the middles of the sides, in the first and in the last channel. */
  private static int[] borders(Shape shape) {
    int plane = shape.height() * shape.width();
    int last = shape.size() - plane;
    int bottom = plane - shape.width();
    return new int[] {
      0,
      shape.width() - 1,
      shape.width() / 2,
      shape.height() / 2 * shape.width(),
      last + bottom,
      last + plane - 1,
      last + bottom + shape.width() / 2,
      last + (shape.height() / 2 + 1) * shape.width() - 1
    };
  }

  private static ImageStack degrade(ForwardModel model, ImageStack x) {
    ImageStack y = ImageStack.zeros(x.count(), model.degraded());
    model.apply(x, y);
    return y;
  }

  private void wrongSizes() {
    ForwardModel model = source.get();
    int count = probes.count();
    ImageStack x = probes.copy();
    ImageStack y = ImageStack.zeros(count, model.degraded());
    for (Shape other : WrongShapes.of(model.clean())) {
      ImageStack wrong = ImageStack.zeros(count, other);
      Refusal.of("images of shape " + other + " in apply")
          .by(() -> model.apply(wrong, y), y.pixels());
      Refusal.of("a gradient of shape " + other + " in adjoint")
          .by(() -> model.adjoint(x, y, wrong), wrong.pixels());
    }
    for (Shape other : WrongShapes.of(model.degraded())) {
      ImageStack wrong = ImageStack.zeros(count, other);
      ImageStack gradient = x.like();
      Refusal.of("room for degraded images of shape " + other + " in apply")
          .by(() -> model.apply(x, wrong), wrong.pixels());
      Refusal.of("a cotangent of shape " + other + " in adjoint")
          .by(() -> model.adjoint(x, wrong, gradient), gradient.pixels());
    }
    ImageStack longer = ImageStack.zeros(count + 1, model.degraded());
    Refusal.of("room for more images than there are in apply")
        .by(() -> model.apply(x, longer), longer.pixels());
    ImageStack gradient = x.like();
    Refusal.of("more cotangents than images in adjoint")
        .by(() -> model.adjoint(x, longer, gradient), gradient.pixels());
    ImageStack longerGradient = ImageStack.zeros(count + 1, model.clean());
    Refusal.of("more gradients than images in adjoint")
        .by(() -> model.adjoint(x, y, longerGradient), longerGradient.pixels());
  }
}
