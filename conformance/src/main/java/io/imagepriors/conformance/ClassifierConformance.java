package io.imagepriors.conformance;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Optional<Supplier<? extends Classifier>> reopening;

  private ClassifierConformance(
      Classifier classifier,
      Parameters parameters,
      ImageStack probes,
      Optional<Supplier<? extends Classifier>> reopening) {
    this.classifier = classifier;
    this.parameters = parameters;
    this.probes = probes;
    this.reopening = reopening;
  }

  /** The classifier at its defaults. It stays the caller's and is not closed. */
  public static ClassifierConformance of(Classifier classifier) {
    return new ClassifierConformance(
        classifier,
        classifier.descriptor().defaults(),
        ProbeImages.of(classifier.shape()),
        Optional.empty());
  }

  /** A copy that binds with these parameters. */
  public ClassifierConformance withParameters(Parameters other) {
    return new ClassifierConformance(classifier, other, probes, reopening);
  }

  /** A copy that binds to the shape of these images, values in [0, 1], and tries them. */
  public ClassifierConformance withProbes(ImageStack images) {
    return new ClassifierConformance(classifier, parameters, images.copy(), reopening);
  }

  /**
   * A copy that can also try closing.
   *
   * @param opener gives a new instance of the same classifier, which the checks close
   */
  public ClassifierConformance withReopening(Supplier<? extends Classifier> opener) {
    return new ClassifierConformance(classifier, parameters, probes, Optional.of(opener));
  }

  @Override
  public String subject() {
    return classifier.name();
  }

  @Override
  public List<Check> checks() {
    ClassifierChecks model = new ClassifierChecks(probes, this::bind);
    List<Check> checks = new ArrayList<>();
    checks.addAll(
        new DescriptorChecks(classifier, p -> classifier.bind(classifier.shape(), p)).checks());
    checks.add(
        new Check(
            "other-shapes",
            "serves a shape of images or refuses it when bound",
            this::otherShapes));
    checks.addAll(model.checks());
    checks.addAll(
        new ClosingChecks<Classifier>(
                reopening, c -> model.operation(c.bind(probes.shape(), parametersOf(c))))
            .checks());
    return checks;
  }

  private ClassifierModel bind() {
    return classifier.bind(probes.shape(), parameters);
  }

  private Parameters parametersOf(Classifier instance) {
    return instance.descriptor().defaults().with(parameters.texts());
  }

  private void otherShapes() {
    for (Shape other : WrongShapes.of(classifier.shape())) {
      ClassifierModel model;
      try {
        model = classifier.bind(other, parameters);
      } catch (InvalidInputException e) {
        continue;
      }
      Violation.unless(
          model.shape().equals(other),
          "accepts images of %s, and then takes %s",
          other,
          model.shape());
      model.probabilities(ProbeImages.of(other, 1));
    }
  }
}
