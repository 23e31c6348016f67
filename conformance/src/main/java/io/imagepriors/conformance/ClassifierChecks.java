package io.imagepriors.conformance;

import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What a {@link ClassifierModel} must fulfil. */
final class ClassifierChecks {
  /** Each of thousands of float32 probabilities is rounded by 6e-8 of itself at most. */
  private static final double SUM_TOLERANCE = 1e-5;

  private static final float MARK = 0.375f;

  private final ImageStack probes;
  private final Supplier<? extends ClassifierModel> source;

  /**
   * @param probes images of the model's shape
   * @param source binds the model anew
   */
  ClassifierChecks(ImageStack probes, Supplier<? extends ClassifierModel> source) {
    this.probes = probes;
    this.source = source;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check("sizes", "tells the shape it was bound to, classes and features", this::sizes));
    checks.addAll(
        new OperationChecks(
                "",
                probes.count(),
                () -> OperationChecks.named("classify", operation(source.get())))
            .checks());
    checks.add(
        new Check(
            "probabilities",
            "gives probabilities in [0, 1] of sum 1, for black, white and strange images too",
            this::probabilities));
    checks.add(
        new Check(
            "apart",
            "gives the same probabilities and features apart as in one pass",
            this::apart));
    checks.add(
        new Check("longer-arrays", "writes no more rows than there are images", this::longer));
    checks.add(
        new Check("wrong-sizes", "refuses stacks and arrays that do not fit", this::wrongSizes));
    return checks;
  }

  /** One evaluation of images out of the probes. */
  Operation operation(ClassifierModel model) {
    return indices -> {
      ImageStack x = probes.gather(indices);
      float[] probabilities = new float[x.count() * model.classes()];
      float[] features = new float[x.count() * model.features()];
      return new Trial(
          x.count(),
          new float[][] {x.pixels()},
          new float[][] {probabilities, features},
          () -> model.classify(x, probabilities, features));
    };
  }

  private void sizes() {
    ClassifierModel model = source.get();
    Violation.unless(
        model.shape().equals(probes.shape()),
        "was bound to %s, but takes %s",
        probes.shape(),
        model.shape());
    Violation.unless(model.classes() >= 2, "has %d classes", model.classes());
    Violation.unless(model.features() >= 1, "has %d features", model.features());
  }

  private void probabilities() {
    ClassifierModel model = source.get();
    requireLaws(model, probes.copy(), "a probe");
    for (float grey : new float[] {0f, 1f, -0.5f, 1.5f}) {
      ImageStack x = ImageStack.zeros(1, probes.shape());
      Arrays.fill(x.pixels(), grey);
      requireLaws(model, x, "an image of only " + grey);
    }
  }

  private static void requireLaws(ClassifierModel model, ImageStack x, String subject) {
    float[] found = model.probabilities(x);
    for (int i = 0; i < x.count(); i++) {
      double sum = 0;
      for (int c = 0; c < model.classes(); c++) {
        float p = found[i * model.classes() + c];
        Violation.unless(p >= 0 && p <= 1, "gives class %d of %s probability %s", c, subject, p);
        sum += p;
      }
      Violation.unless(
          Math.abs(sum - 1) <= SUM_TOLERANCE, "gives %s probabilities of sum %s", subject, sum);
    }
  }

  private void apart() {
    ClassifierModel model = source.get();
    float[] probabilities = new float[probes.count() * model.classes()];
    float[] features = new float[probes.count() * model.features()];
    model.classify(probes.copy(), probabilities, features);
    Violation.unless(
        Arrays.equals(probabilities, model.probabilities(probes.copy())),
        "gives other probabilities alone than with features");
    Violation.unless(
        Arrays.equals(features, model.features(probes.copy())),
        "gives other features alone than with probabilities");
  }

  private void longer() {
    ClassifierModel model = source.get();
    int wantedProbabilities = probes.count() * model.classes();
    int wantedFeatures = probes.count() * model.features();
    float[] probabilities = new float[wantedProbabilities + 1];
    float[] features = new float[wantedFeatures + 1];
    probabilities[wantedProbabilities] = MARK;
    features[wantedFeatures] = MARK;
    model.classify(probes.copy(), probabilities, features);
    Violation.unless(
        probabilities[wantedProbabilities] == MARK && features[wantedFeatures] == MARK,
        "writes behind the rows of its images");
  }

  private void wrongSizes() {
    ClassifierModel model = source.get();
    int count = probes.count();
    float[] probabilities = new float[count * model.classes()];
    float[] features = new float[count * model.features()];
    for (Shape other : WrongShapes.of(probes.shape())) {
      ImageStack wrong = ImageStack.zeros(count, other);
      Refusal.of("images of shape " + other + " instead of " + probes.shape())
          .by(() -> model.classify(wrong, probabilities, features), probabilities, features);
    }
    ImageStack x = probes.copy();
    float[] fewer = new float[probabilities.length - 1];
    float[] shorter = new float[features.length - 1];
    Refusal.of("room for too few probabilities")
        .by(() -> model.classify(x, fewer, features), fewer, features);
    Refusal.of("room for too few features")
        .by(() -> model.classify(x, probabilities, shorter), probabilities, shorter);
  }
}
