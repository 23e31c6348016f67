package io.imagepriors.conformance;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A classifier under test: its description, its probabilities and features, its answer to input
 * that does not fit, and what happens when it is closed in use.
 *
 * <p>Without more, it is tried at its defaults, with {@link ProbeImages} of its own shape.
 * Immutable.
 */
public final class ClassifierConformance implements Conformance {
  private final Classifier classifier;
  private final Parameters parameters;
  private final ImageStack probes;
  private final Copies<Classifier> copies;

  private ClassifierConformance(
      Classifier classifier, Parameters parameters, ImageStack probes, Copies<Classifier> copies) {
    this.classifier = classifier;
    this.parameters = parameters;
    this.probes = probes;
    this.copies = copies;
  }

  /** The classifier at its defaults. It stays the caller's and is not closed. */
  public static ClassifierConformance of(Classifier classifier) {
    return new ClassifierConformance(
        classifier,
        classifier.descriptor().defaults(),
        ProbeImages.of(classifier.shape()),
        Copies.none());
  }

  /** A copy that binds with these parameters. */
  public ClassifierConformance withParameters(Parameters other) {
    return new ClassifierConformance(classifier, other, probes, copies);
  }

  /** A copy that binds to the shape of these images, values in [0, 1], and tries them. */
  public ClassifierConformance withProbes(ImageStack images) {
    return new ClassifierConformance(classifier, parameters, images.copy(), copies);
  }

  /**
   * A copy that can also try closing.
   *
   * @param opener gives a new instance of the same classifier, which the checks close
   */
  public ClassifierConformance withReopening(Supplier<? extends Classifier> opener) {
    return new ClassifierConformance(classifier, parameters, probes, Copies.of(opener));
  }

  /**
   * A copy that can also try closing, and whether the code can go afterwards.
   *
   * @param provider gives the classifier among others; the checks load its code anew, in a class
   *     loader of their own, and close what it gives
   */
  public ClassifierConformance withProvider(Class<? extends PluginProvider> provider) {
    return new ClassifierConformance(
        classifier, parameters, probes, Copies.of(provider, Classifier.class, classifier.name()));
  }

  @Override
  public String subject() {
    return classifier.name();
  }

  @Override
  public List<Check> checks() {
    ClassifierChecks model = new ClassifierChecks(probes, this::bind);
    List<Check> checks = new ArrayList<>();
    DescriptorChecks description =
        new DescriptorChecks(classifier, p -> classifier.bind(classifier.shape(), p));
    checks.addAll(description.checks());
    checks.add(description.values());
    checks.add(
        new ShapeCheck<>(
                classifier.shape(),
                other -> classifier.bind(other, parameters),
                ClassifierConformance::serve)
            .check());
    checks.addAll(model.checks());
    checks.addAll(
        new ClosingChecks<Classifier>(
                copies, c -> model.operation(c.bind(probes.shape(), parametersOf(c))))
            .checks());
    return checks;
  }

  private ClassifierModel bind() {
    return classifier.bind(probes.shape(), parameters);
  }

  private Parameters parametersOf(Classifier instance) {
    return instance.descriptor().defaults().with(parameters.texts());
  }

  private static void serve(ClassifierModel model, Shape shape) {
    Violation.unless(
        model.shape().equals(shape),
        "accepts images of %s, and then takes %s",
        shape,
        model.shape());
    model.probabilities(ProbeImages.of(shape, 1));
  }
}
