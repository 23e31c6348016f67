package io.imagepriors.conformance;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A restorer under test, with a forward model and a prior as its partners: its description, its
 * results, its manners towards monitors and interrupts, its answer to input that does not fit or to
 * a prior that goes away.
 *
 * <p>Partners are trusted, so test them first. Where the restorer refuses a prior that has no
 * latent space, most checks are not applicable. One that needs no prior is tried without any, too.
 * Without more, it is tried at its defaults, on simulated damage of two {@link ProbeImages}.
 * Immutable.
 */
public final class RestorerConformance implements Conformance {
  private static final int IMAGES = 2;

  /** What can be tried even with a prior that the restorer can't use. */
  private static final Set<String> ALWAYS =
      Set.of("descriptor", "wrong-sizes", "no-latent-space", "without-prior");

  private final Restorer restorer;
  private final ForwardModel model;
  private final PriorModel prior;
  private final Parameters parameters;
  private final ImageStack clean;
  private final Copies<Restorer> copies;

  private RestorerConformance(
      Restorer restorer,
      ForwardModel model,
      PriorModel prior,
      Parameters parameters,
      ImageStack clean,
      Copies<Restorer> copies) {
    this.restorer = restorer;
    this.model = model;
    this.prior = prior;
    this.parameters = parameters;
    this.clean = clean;
    this.copies = copies;
  }

  /**
   * The restorer at its defaults. It stays the caller's and is not closed.
   *
   * @param model a right forward model
   * @param prior a right prior of shape {@code model.clean()}; with a latent space, if the restorer
   *     needs one
   */
  public static RestorerConformance of(Restorer restorer, ForwardModel model, PriorModel prior) {
    return new RestorerConformance(
        restorer,
        model,
        prior,
        restorer.descriptor().defaults(),
        ProbeImages.of(model.clean(), IMAGES),
        Copies.none());
  }

  /**
   * A restorer that needs no prior, at its defaults. It stays the caller's and is not closed.
   *
   * @param model a right forward model
   */
  public static RestorerConformance of(PriorFreeRestorer restorer, ForwardModel model) {
    return of(restorer, model, new FlatPrior(model.clean()));
  }

  /** A copy that restores with these parameters; fewer steps make the checks quicker. */
  public RestorerConformance withParameters(Parameters other) {
    return new RestorerConformance(restorer, model, prior, other, clean, copies);
  }

  /** A copy that restores simulated damage of these clean images, of shape {@code clean()}. */
  public RestorerConformance withProbes(ImageStack images) {
    return new RestorerConformance(restorer, model, prior, parameters, images.copy(), copies);
  }

  /**
   * A copy that can also try closing.
   *
   * @param opener gives a new instance of the same restorer, which the checks close
   */
  public RestorerConformance withReopening(Supplier<? extends Restorer> opener) {
    return new RestorerConformance(restorer, model, prior, parameters, clean, Copies.of(opener));
  }

  /**
   * A copy that can also try closing, and whether the code can go afterwards.
   *
   * @param provider gives the restorer among others; the checks load its code anew, in a class
   *     loader of their own, and close what it gives
   */
  public RestorerConformance withProvider(Class<? extends PluginProvider> provider) {
    return new RestorerConformance(
        restorer,
        model,
        prior,
        parameters,
        clean,
        Copies.of(provider, Restorer.class, restorer.name()));
  }

  @Override
  public String subject() {
    return restorer.name();
  }

  @Override
  public List<Check> checks() {
    ImageStack y = model.sample(clean, new Random(20));
    RestorerRun run = new RestorerRun(restorer, y, model, prior, parameters);
    List<Check> checks = new ArrayList<>();
    checks.addAll(
        new DescriptorChecks(restorer, p -> run.with(p).restore(Monitor.none())).checks());
    checks.addAll(new RestorerChecks(run).checks());
    checks.addAll(new UncertaintyChecks(run).checks());
    checks.addAll(new PriorFreeChecks(run).checks());
    checks.addAll(new StoppingChecks(run).checks());
    checks.addAll(new ClosingChecks<Restorer>(copies, r -> operation(r, y)).checks());
    return checks.stream()
        .map(check -> ALWAYS.contains(check.name()) ? check : check.under(run::requireServed))
        .toList();
  }

  private Operation operation(Restorer instance, ImageStack y) {
    Parameters own = instance.descriptor().defaults().with(parameters.texts());
    return indices -> {
      ImageStack degraded = y.gather(indices);
      ImageStack result = ImageStack.zeros(degraded.count(), model.clean());
      return new Trial(
          degraded.count(),
          new float[][] {degraded.pixels()},
          new float[][] {result.pixels()},
          () -> {
            Restoration found = instance.restore(degraded, model, prior, own, Monitor.none());
            result.setAll(found.images());
          });
    };
  }
}
