package io.imagepriors.conformance;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A degradation under test: its description, its operator and adjoint, its simulation, its
 * likelihood, its answer to input that does not fit, and what happens when it is closed in use.
 *
 * <p>Without more, it is tried at its defaults, with {@link ProbeImages} of {@link #DEFAULT_SHAPE}.
 * Immutable.
 */
public final class DegradationConformance implements Conformance {
  /** The shape of the images where nobody says otherwise: the digits'. */
  public static final Shape DEFAULT_SHAPE = Shape.grey(28, 28);

  private final Degradation degradation;
  private final Parameters parameters;
  private final ImageStack probes;
  private final Copies<Degradation> copies;

  private DegradationConformance(
      Degradation degradation,
      Parameters parameters,
      ImageStack probes,
      Copies<Degradation> copies) {
    this.degradation = degradation;
    this.parameters = parameters;
    this.probes = probes;
    this.copies = copies;
  }

  /** The degradation at its defaults. It stays the caller's and is not closed. */
  public static DegradationConformance of(Degradation degradation) {
    return new DegradationConformance(
        degradation,
        degradation.descriptor().defaults(),
        ProbeImages.of(DEFAULT_SHAPE),
        Copies.none());
  }

  /** A copy that binds with these parameters. */
  public DegradationConformance withParameters(Parameters other) {
    return new DegradationConformance(degradation, other, probes, copies);
  }

  /** A copy that binds to this shape, with {@link ProbeImages}. */
  public DegradationConformance withShape(Shape shape) {
    return withProbes(ProbeImages.of(shape));
  }

  /** A copy that binds to the shape of these clean images, values in [0, 1], and tries them. */
  public DegradationConformance withProbes(ImageStack images) {
    return new DegradationConformance(degradation, parameters, images.copy(), copies);
  }

  /**
   * A copy that can also try closing.
   *
   * @param opener gives a new instance of the same degradation, which the checks close
   */
  public DegradationConformance withReopening(Supplier<? extends Degradation> opener) {
    return new DegradationConformance(degradation, parameters, probes, Copies.of(opener));
  }

  /**
   * A copy that can also try closing, and whether the code can go afterwards.
   *
   * @param provider gives the degradation among others; the checks load its code anew, in a class
   *     loader of their own, and close what it gives
   */
  public DegradationConformance withProvider(Class<? extends PluginProvider> provider) {
    return new DegradationConformance(
        degradation,
        parameters,
        probes,
        Copies.of(provider, Degradation.class, degradation.name()));
  }

  @Override
  public String subject() {
    return degradation.name();
  }

  @Override
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    DescriptorChecks description =
        new DescriptorChecks(degradation, p -> degradation.bind(probes.shape(), p));
    checks.addAll(description.checks());
    checks.add(description.values());
    checks.add(
        new ShapeCheck<>(
                probes.shape(),
                other -> degradation.bind(other, parameters),
                DegradationConformance::serve)
            .check());
    checks.addAll(new OperatorChecks(probes, this::bind).checks());
    checks.addAll(new SimulationChecks(probes, this::bind).checks());
    checks.addAll(new SeenChecks(probes, this::bind).checks());
    checks.addAll(new LikelihoodChecks(probes, this::bind).checks());
    checks.addAll(new ClosingChecks<Degradation>(copies, this::operation).checks());
    return checks;
  }

  private static void serve(ForwardModel model, Shape shape) {
    Violation.unless(
        model.clean().equals(shape),
        "accepts images of %s, and then takes %s",
        shape,
        model.clean());
    model.apply(ProbeImages.of(shape, 1), ImageStack.zeros(1, model.degraded()));
  }

  private ForwardModel bind() {
    return degradation.bind(probes.shape(), parameters);
  }

  private Operation operation(Degradation instance) {
    Parameters own = instance.descriptor().defaults().with(parameters.texts());
    ForwardModel model = instance.bind(probes.shape(), own);
    return Operation.sequence(OperatorChecks.operations(model, probes).values());
  }
}
