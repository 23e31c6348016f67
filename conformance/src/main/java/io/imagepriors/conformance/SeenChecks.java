package io.imagepriors.conformance;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What a {@link ForwardModel} says of clean pixels that were seen and of values it measured. */
final class SeenChecks {
  private final ImageStack probes;
  private final Supplier<ForwardModel> source;

  SeenChecks(ImageStack probes, Supplier<ForwardModel> source) {
    this.probes = probes;
    this.source = source;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "observed",
            "says of each pixel whether it was seen as its operator does",
            this::observed),
        new Check(
            "measured",
            "ignores the values of a degraded image that it says mean nothing",
            this::measured));
  }

  private void observed() {
    ForwardModel model = source.get();
    ImageStack observed =
        model
            .observed()
            .orElseThrow(() -> new NotApplicable("it neither keeps nor hides single pixels"));
    requireFlags(observed, model.clean(), "observed()");
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

  private void measured() {
    ForwardModel model = source.get();
    ImageStack measured =
        model.measured().orElseThrow(() -> new NotApplicable("it measures all it gives"));
    requireFlags(measured, model.degraded(), "measured()");
    ImageStack kept = measured.copy();
    Arrays.fill(measured.pixels(), 0.5f);
    Violation.unless(
        Arrays.equals(model.measured().orElseThrow().pixels(), kept.pixels()),
        "measured() hands out its own array, so a caller can change the model");
    ImageStack x = probes.image(0);
    ImageStack y = model.sample(x, new Random(13));
    float[] before = slope(model, y, x);
    for (int i = 0; i < kept.pixels().length; i++) {
      y.pixels()[i] += kept.pixels()[i] == 0f ? 0.5f : 0f;
    }
    Violation.unless(
        Arrays.equals(before, slope(model, y, x)),
        "values that measured() says mean nothing have an influence on its likelihood");
  }

  /** The gradient: constants in the likelihood's value are no influence. */
  private static float[] slope(ForwardModel model, ImageStack y, ImageStack x) {
    ImageStack gradient = x.like();
    model.likelihood(y).valueAndGradient(x, new double[x.count()], gradient);
    return gradient.pixels();
  }

  private static void requireFlags(ImageStack flags, Shape shape, String subject) {
    Violation.unless(
        flags.count() == 1 && flags.shape().equals(shape),
        "%s gives %s, not 1 image of %s",
        subject,
        flags,
        shape);
    int set = 0;
    for (float value : flags.pixels()) {
      Violation.unless(value == 0f || value == 1f, "%s holds %s, not 0 or 1", subject, value);
      set += value == 1f ? 1 : 0;
    }
    Violation.unless(set > 0, "%s says that nothing was seen", subject);
  }
}
