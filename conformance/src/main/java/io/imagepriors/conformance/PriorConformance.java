package io.imagepriors.conformance;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A prior under test: its description, its energy and gradient, its latent space and its law of
 * residuals if it has them, its answer to input that does not fit, and what happens when it is
 * closed in use.
 *
 * <p>Without more, it is tried at its defaults, with {@link ProbeImages} of its own shape.
 * Immutable.
 */
public final class PriorConformance implements Conformance {
  private final Prior prior;
  private final Parameters parameters;
  private final ImageStack probes;
  private final Copies<Prior> copies;

  private PriorConformance(
      Prior prior, Parameters parameters, ImageStack probes, Copies<Prior> copies) {
    this.prior = prior;
    this.parameters = parameters;
    this.probes = probes;
    this.copies = copies;
  }

  /** The prior at its defaults. It stays the caller's and is not closed. */
  public static PriorConformance of(Prior prior) {
    return new PriorConformance(
        prior, prior.descriptor().defaults(), ProbeImages.of(prior.shape()), Copies.none());
  }

  /** A copy that binds with these parameters. */
  public PriorConformance withParameters(Parameters other) {
    return new PriorConformance(prior, other, probes, copies);
  }

  /** A copy that binds to this shape, with {@link ProbeImages}. */
  public PriorConformance withShape(Shape shape) {
    return withProbes(ProbeImages.of(shape));
  }

  /** A copy that binds to the shape of these images, values in [0, 1], and tries them. */
  public PriorConformance withProbes(ImageStack images) {
    return new PriorConformance(prior, parameters, images.copy(), copies);
  }

  /**
   * A copy that can also try closing.
   *
   * @param opener gives a new instance of the same prior, which the checks close
   */
  public PriorConformance withReopening(Supplier<? extends Prior> opener) {
    return new PriorConformance(prior, parameters, probes, Copies.of(opener));
  }

  /**
   * A copy that can also try closing, and whether the code can go afterwards.
   *
   * @param provider gives the prior among others; the checks load its code anew, in a class loader
   *     of their own, and close what it gives
   */
  public PriorConformance withProvider(Class<? extends PluginProvider> provider) {
    return new PriorConformance(
        prior, parameters, probes, Copies.of(provider, Prior.class, prior.name()));
  }

  /**
   * A copy that can also try closing, and whether the code can go afterwards, for a prior in a
   * model file.
   *
   * @param provider gives the reader among others; the checks load its code anew, in a class loader
   *     of their own, and close what it gives
   * @param reader the reader's name
   * @param file holds the prior
   */
  public PriorConformance withModelFile(
      Class<? extends PluginProvider> provider, String reader, Path file) {
    Copies<Prior> opened =
        Copies.of(provider, PriorReader.class, reader).making(fresh -> fresh.open(file));
    return new PriorConformance(prior, parameters, probes, opened);
  }

  @Override
  public String subject() {
    return prior.name();
  }

  @Override
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    DescriptorChecks description = new DescriptorChecks(prior, p -> prior.bind(prior.shape(), p));
    checks.addAll(description.checks());
    checks.add(description.values());
    checks.add(
        new ShapeCheck<>(
                prior.shape(), other -> prior.bind(other, parameters), PriorConformance::serve)
            .check());
    checks.addAll(new EnergyChecks("", probes, this::bind).checks());
    checks.addAll(new LatentChecks(probes, this::bind).checks());
    checks.addAll(new ResidualChecks(probes, this::bind).checks());
    checks.addAll(new ClosingChecks<>(copies, this::operation).checks());
    return checks;
  }

  private PriorModel bind() {
    return prior.bind(probes.shape(), parameters);
  }

  private Parameters parametersOf(Prior instance) {
    return instance.descriptor().defaults().with(parameters.texts());
  }

  /** All that a model computes. */
  private Operation operation(Prior instance) {
    PriorModel model = instance.bind(probes.shape(), parametersOf(instance));
    List<Operation> all = new ArrayList<>();
    all.add(new EnergyChecks("", probes, () -> model).operation(model));
    model
        .latentSpace()
        .ifPresent(space -> all.addAll(LatentChecks.operations(space, probes).values()));
    return Operation.sequence(all);
  }

  private static void serve(PriorModel model, Shape shape) {
    Violation.unless(
        model.shape().equals(shape),
        "accepts images of %s, and then takes %s",
        shape,
        model.shape());
    ImageStack x = ProbeImages.of(shape, 1);
    model.valueAndGradient(x, new double[1], x.like());
  }
}
