package io.imagepriors.conformance;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What the {@link ResidualLaw} of a prior must fulfil, where the prior has one. */
final class ResidualChecks {
  private static final String PREFIX = "residual-";

  /** Sums of float32 over a whole image, in one order or another. */
  private static final double SUM_TOLERANCE = 1e-4;

  /** Values of each probe whose deviation is looked at: it costs a call each. */
  private static final int PLACES = 40;

  private final ImageStack probes;
  private final Supplier<? extends PriorModel> source;

  ResidualChecks(ImageStack probes, Supplier<? extends PriorModel> source) {
    this.probes = probes;
    this.source = source;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(
            PREFIX + "deviations",
            "gives finite deviations above 0, the same each time, of each image by itself",
            this::deviations));
    checks.add(
        new Check(PREFIX + "adjoint", "has the adjoint that inner products show", this::adjoint));
    checks.add(
        new Check(
            PREFIX + "unit", "makes residuals of deviation 1 of white noise", this::unitRows));
    return checks;
  }

  private ResidualLaw law() {
    ResidualLaw law =
        source
            .get()
            .residualLaw()
            .orElseThrow(() -> new NotApplicable("it has no law of residuals"));
    Violation.unless(
        law.shape().equals(probes.shape()),
        "the law of residuals is for images of %s, the prior for %s",
        law.shape(),
        probes.shape());
    return law;
  }

  private void deviations() {
    ResidualLaw law = law();
    float[] together = deviations(law, probes);
    for (float deviation : together) {
      Violation.unless(
          deviation > 0 && Float.isFinite(deviation), "gives a deviation of %s", deviation);
    }
    Violation.unless(
        Arrays.equals(together, deviations(law, probes)), "gives other deviations the second time");
    int size = probes.shape().size();
    for (int i = 0; i < probes.count(); i++) {
      float[] alone = deviations(law, probes.image(i));
      float[] among = Arrays.copyOfRange(together, i * size, (i + 1) * size);
      Violation.unless(
          Vectors.distance(alone, among) <= SUM_TOLERANCE * Vectors.norm(among),
          "gives image %d other deviations alone than among others",
          i);
    }
  }

  private static float[] deviations(ResidualLaw law, ImageStack decoded) {
    ImageStack given = decoded.copy();
    ImageStack deviations = decoded.like();
    law.deviations(given, deviations);
    Violation.unless(
        Arrays.equals(given.pixels(), decoded.pixels()), "deviations modified the decoded images");
    return deviations.pixels();
  }

  private void adjoint() {
    ResidualLaw law = law();
    Random random = new Random(7);
    ImageStack w = ProbeImages.gaussian(probes.count(), law.white(), random);
    ImageStack r = ProbeImages.gaussian(probes.count(), law.shape(), random);
    ImageStack forward = r.like();
    ImageStack backward = w.like();
    law.correlate(w.copy(), forward);
    law.correlateAdjoint(r.copy(), backward);
    double left = Vectors.dot(forward.pixels(), r.pixels());
    double right = Vectors.dot(w.pixels(), backward.pixels());
    double scale = Vectors.norm(forward.pixels()) * Vectors.norm(r.pixels());
    Violation.unless(
        Math.abs(left - right) <= SUM_TOLERANCE * scale,
        "<F w, r> is %s, <w, F' r> is %s",
        left,
        right);
  }

  /** The rows of {@code F}, which are its adjoint at single values, have length 1. */
  private void unitRows() {
    ResidualLaw law = law();
    Shape shape = law.shape();
    int step = Math.max(1, shape.size() / PLACES);
    for (int place = 0; place < shape.size(); place += step) {
      ImageStack one = ImageStack.zeros(1, shape);
      one.pixels()[place] = 1f;
      ImageStack row = ImageStack.zeros(1, law.white());
      law.correlateAdjoint(one, row);
      double length = Vectors.norm(row.pixels());
      Violation.unless(
          Math.abs(length - 1) <= SUM_TOLERANCE,
          "makes residuals of deviation %s at value %d",
          length,
          place);
    }
  }
}
