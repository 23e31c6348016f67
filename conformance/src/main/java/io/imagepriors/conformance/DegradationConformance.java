package io.imagepriors.conformance;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Optional<Supplier<? extends Degradation>> reopening;

  private DegradationConformance(
      Degradation degradation,
      Parameters parameters,
      ImageStack probes,
      Optional<Supplier<? extends Degradation>> reopening) {
    this.degradation = degradation;
    this.parameters = parameters;
    this.probes = probes;
    this.reopening = reopening;
  }

  /** The degradation at its defaults. It stays the caller's and is not closed. */
  public static DegradationConformance of(Degradation degradation) {
    return new DegradationConformance(
        degradation,
        degradation.descriptor().defaults(),
        ProbeImages.of(DEFAULT_SHAPE),
        Optional.empty());
  }

  /** A copy that binds with these parameters. */
  public DegradationConformance withParameters(Parameters other) {
    return new DegradationConformance(degradation, other, probes, reopening);
  }

  /** A copy that binds to this shape, with {@link ProbeImages}. */
  public DegradationConformance withShape(Shape shape) {
    return withProbes(ProbeImages.of(shape));
  }

  /** A copy that binds to the shape of these clean images, values in [0, 1], and tries them. */
  public DegradationConformance withProbes(ImageStack images) {
    return new DegradationConformance(degradation, parameters, images.copy(), reopening);
  }

  /**
   * A copy that can also try closing.
   *
   * @param opener gives a new instance of the same degradation, which the checks close
   */
  public DegradationConformance withReopening(Supplier<? extends Degradation> opener) {
    return new DegradationConformance(degradation, parameters, probes, Optional.of(opener));
  }

  @Override
  public String subject() {
    return degradation.name();
  }

  @Override
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.addAll(
        new DescriptorChecks(degradation, p -> degradation.bind(probes.shape(), p)).checks());
    checks.addAll(new OperatorChecks(probes, this::bind).checks());
    checks.addAll(new SimulationChecks(probes, this::bind).checks());
    checks.addAll(new SeenChecks(probes, this::bind).checks());
    checks.addAll(new LikelihoodChecks(probes, this::bind).checks());
    checks.addAll(new ClosingChecks<Degradation>(reopening, this::operation).checks());
    return checks;
  }

  private ForwardModel bind() {
    return degradation.bind(probes.shape(), parameters);
  }

  private Operation operation(Degradation instance) {
    Parameters own = instance.descriptor().defaults().with(parameters.texts());
    return OperatorChecks.apply(instance.bind(probes.shape(), own), probes);
  }
}
