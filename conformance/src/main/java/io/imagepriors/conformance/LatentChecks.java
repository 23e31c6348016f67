package io.imagepriors.conformance;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** What the {@link LatentSpace} of a prior must fulfil, where the prior has one. */
final class LatentChecks {
  private static final String PREFIX = "latent-";

  /** Sums of float32 over a whole image or code, in one order or another. */
  private static final double SUM_TOLERANCE = 1e-4;

  private final ImageStack probes;
  private final Supplier<? extends PriorModel> source;

  LatentChecks(ImageStack probes, Supplier<? extends PriorModel> source) {
    this.probes = probes;
    this.source = source;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(new Check(PREFIX + "cube", "encodes images into the cube [0, 1]^d", this::cube));
    checks.addAll(new OperationChecks(PREFIX, probes.count(), this::operations).checks());
    checks.add(
        new Check(
            PREFIX + "derivative",
            "has the vector-Jacobian product of its decoder that differences show",
            this::derivative));
    checks.add(
        new Check(
            PREFIX + "linear",
            "has a vector-Jacobian product that is linear in the cotangent",
            this::linear));
    checks.add(
        new Check(
            PREFIX + "energy",
            "pulls an energy back to codes as decoder, energy and derivative do",
            this::pullBack));
    checks.add(
        new Check(PREFIX + "wrong-sizes", "refuses stacks that do not fit", this::wrongSizes));
    return checks;
  }

  private static LatentSpace space(PriorModel model) {
    return model.latentSpace().orElseThrow(() -> new NotApplicable("it has no latent space"));
  }

  private LatentSpace space() {
    return space(source.get());
  }

  /** Codes well inside the cube, so that steps to all sides stay in it. */
  private static CodeStack codes(int count, int dimension) {
    CodeStack codes = CodeStack.zeros(count, dimension);
    Random random = new Random(3);
    for (int i = 0; i < codes.values().length; i++) {
      codes.values()[i] = (float) (0.15 + 0.7 * random.nextDouble());
    }
    return codes;
  }

  private Map<String, Operation> operations() {
    return operations(space(), probes);
  }

  /** Encoder, decoder and its derivative, on images out of the probes and codes of our own. */
  static Map<String, Operation> operations(LatentSpace space, ImageStack probes) {
    CodeStack codes = codes(probes.count(), space.dimension());
    ImageStack cotangents = ProbeImages.gaussian(probes.count(), probes.shape(), new Random(4));
    Map<String, Operation> operations = new LinkedHashMap<>();
    operations.put(
        "encode",
        indices -> {
          ImageStack x = probes.gather(indices);
          CodeStack z = CodeStack.zeros(x.count(), space.dimension());
          return trial(x.count(), x.pixels(), z.values(), () -> space.encode(x, z));
        });
    operations.put(
        "decode",
        indices -> {
          CodeStack z = codes.gather(indices);
          ImageStack x = ImageStack.zeros(z.count(), probes.shape());
          return trial(z.count(), z.values(), x.pixels(), () -> space.decode(z, x));
        });
    operations.put(
        "decodeVjp",
        indices -> {
          CodeStack z = codes.gather(indices);
          ImageStack w = cotangents.gather(indices);
          CodeStack gradient = z.like();
          return new Trial(
              z.count(),
              new float[][] {z.values(), w.pixels()},
              new float[][] {gradient.values()},
              () -> space.decodeVjp(z, w, gradient));
        });
    return operations;
  }

  private static Trial trial(int count, float[] read, float[] written, Runnable call) {
    return new Trial(count, new float[][] {read}, new float[][] {written}, call);
  }

  private void cube() {
    PriorModel model = source.get();
    LatentSpace space = space(model);
    Violation.unless(
        space.shape().equals(model.shape()),
        "the latent space is for images of %s, the prior for %s",
        space.shape(),
        model.shape());
    Violation.unless(space.dimension() >= 1, "has codes of dimension %d", space.dimension());
    CodeStack z = CodeStack.zeros(probes.count(), space.dimension());
    space.encode(probes.copy(), z);
    for (float value : z.values()) {
      Violation.unless(value >= 0 && value <= 1, "encodes an image to a coordinate of %s", value);
    }
  }

  private void derivative() {
    LatentSpace space = space();
    Random random = new Random(5);
    CodeStack z = codes(probes.count(), space.dimension());
    ImageStack w = ProbeImages.gaussian(z.count(), space.shape(), random);
    for (int i = 0; i < z.count(); i++) {
      ImageStack cotangent = w.image(i);
      new LineIntegral(
              "<decode(z), w> at code " + i,
              (points, gradients) -> evaluate(space, cotangent, points, gradients))
          .verify(z.code(i), random);
    }
  }

  /** {@code <decode(z), w>} and what the vector-Jacobian product says of its gradient. */
  private static double[] evaluate(
      LatentSpace space, ImageStack cotangent, float[] points, float[] gradients) {
    CodeStack z = CodeStack.wrap(space.dimension(), points);
    ImageStack x = ImageStack.zeros(z.count(), space.shape());
    space.decode(z, x);
    ImageStack w = cotangent.gather(new int[z.count()]);
    space.decodeVjp(z, w, CodeStack.wrap(space.dimension(), gradients));
    return Vectors.dots(x.pixels(), cotangent.pixels());
  }

  private void linear() {
    LatentSpace space = space();
    CodeStack z = codes(probes.count(), space.dimension());
    Random random = new Random(6);
    ImageStack v = ProbeImages.gaussian(z.count(), space.shape(), random);
    ImageStack w = ProbeImages.gaussian(z.count(), space.shape(), random);
    ImageStack sum = v.like();
    for (int i = 0; i < sum.pixels().length; i++) {
      sum.pixels()[i] = 2 * v.pixels()[i] - w.pixels()[i];
    }
    float[] ofV = vjp(space, z, v);
    float[] ofW = vjp(space, z, w);
    float[] expected = new float[ofV.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = 2 * ofV[i] - ofW[i];
    }
    double distance = Vectors.distance(vjp(space, z, sum), expected);
    double scale = Vectors.norm(ofV) + Vectors.norm(ofW);
    Violation.unless(
        distance <= SUM_TOLERANCE * scale,
        "decodeVjp(2v - w) differs from 2 decodeVjp(v) - decodeVjp(w) by %.2g of its length",
        distance / scale);
  }

  private static float[] vjp(LatentSpace space, CodeStack z, ImageStack cotangent) {
    CodeStack gradient = z.like();
    space.decodeVjp(z, cotangent, gradient);
    return gradient.values();
  }

  private void pullBack() {
    PriorModel model = source.get();
    LatentSpace space = space(model);
    CodeStack z = codes(probes.count(), space.dimension());
    ImageStack decoded = probes.like();
    ImageStack cotangent = probes.like();
    space.decode(z, decoded);
    double[] values = new double[z.count()];
    model.valueAndGradient(decoded, values, cotangent);
    float[] expected = vjp(space, z, cotangent);

    ImageStack image = probes.like();
    ImageStack slope = probes.like();
    CodeStack gradient = z.like();
    double[] pulled = new double[z.count()];
    float[] before = z.values().clone();
    space.valueAndGradient(model, z, pulled, gradient, image, slope);
    Violation.unless(Arrays.equals(before, z.values()), "valueAndGradient modified the codes");
    requireNear("image", image.pixels(), decoded.pixels());
    requireNear("image gradient", slope.pixels(), cotangent.pixels());
    requireNear("code gradient", gradient.values(), expected);
    for (int i = 0; i < values.length; i++) {
      Violation.unless(
          Math.abs(values[i] - pulled[i]) <= SUM_TOLERANCE * Math.abs(values[i]),
          "gives code %d the energy %s, its image has %s",
          i,
          pulled[i],
          values[i]);
    }
  }

  private static void requireNear(String what, float[] actual, float[] expected) {
    double distance = Vectors.distance(actual, expected);
    double scale = Vectors.norm(expected);
    Violation.unless(
        distance <= SUM_TOLERANCE * scale,
        "the %s differs from that of the single steps by %.2g of its length",
        what,
        distance / scale);
  }

  private void wrongSizes() {
    LatentSpace space = space();
    new LatentRefusals(space, probes, codes(probes.count(), space.dimension())).require();
  }
}
