package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Fingerprint;
import io.imagepriors.runtime.evaluation.Method;
import io.imagepriors.runtime.stream.Treatment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Undoes one degradation by one method. Thread-safe. */
final class Restoring implements Treatment {
  private final Candidate<Degradation> degradation;
  private final Candidate<Restorer> restorer;
  private final Method method;
  private final Optional<ForwardModel> model;
  private final String priorIdentity;

  private Restoring(
      Candidate<Degradation> degradation,
      Candidate<Restorer> restorer,
      Method method,
      Optional<ForwardModel> model,
      String priorIdentity) {
    this.degradation = degradation;
    this.restorer = restorer;
    this.method = method;
    this.model = model;
    this.priorIdentity = priorIdentity;
  }

  /** Restores what has the shape that the prior needs, after the degradation. */
  static Restoring with(
      Chosen<Prior> prior, Candidate<Degradation> degradation, Candidate<Restorer> restorer) {
    Shape clean = prior.plugin().shape();
    ForwardModel model = degradation.plugin().bind(clean, degradation.parameters());
    PriorModel bound = prior.plugin().bind(clean, prior.parameters());
    String identity =
        Fingerprint.empty().add(Candidates.of(prior)).add(bound.values(probe(clean))).text();
    Method method = Method.of(restorer, prior.toString(), bound);
    return new Restoring(degradation, restorer, method, Optional.of(model), identity);
  }

  /** Restores images of any shape, by a restorer that needs no prior. */
  static Restoring withoutPrior(Candidate<Degradation> degradation, Candidate<Restorer> restorer) {
    Method method = Method.withoutPrior(restorer).orElseThrow();
    return new Restoring(degradation, restorer, method, Optional.empty(), "");
  }

  @Override
  public Optional<Shape> needed() {
    return model.map(ForwardModel::degraded);
  }

  @Override
  public Restoration treat(ImageStack images, Monitor monitor) {
    ForwardModel bound = model(images.shape());
    return Subject.isNoiseOpen(bound)
        ? treatSingly(images, bound, monitor)
        : method.run().restore(images, bound, monitor);
  }

  /** Each picture has a noise level of its own. */
  private Restoration treatSingly(ImageStack images, ForwardModel open, Monitor monitor) {
    ImageStack restored = ImageStack.zeros(images.count(), open.clean());
    double[] objective = new double[images.count()];
    long steps = 0;
    for (int i = 0; i < images.count(); i++) {
      ImageStack seen = images.image(i);
      Restoration one = method.run().restore(seen, open.fittedTo(seen), monitor);
      if (one.outcome() == Outcome.CANCELLED) {
        return Restoration.of(restored, Outcome.CANCELLED, objective, steps);
      }
      restored.set(i, one.images(), 0);
      objective[i] = one.objective(0);
      steps += one.steps();
    }
    return Restoration.of(restored, Outcome.COMPLETED, objective, steps);
  }

  /** What happened to images that have that shape now. */
  ForwardModel model(Shape degraded) {
    return model.orElseGet(() -> Enlargement.of(degradation, degraded));
  }

  Method method() {
    return method;
  }

  String degradationLabel() {
    return degradation.label();
  }

  /**
   * All that results depend on but the pictures, for a manifest. Prior and degradation are known by
   * what they compute: a model that was trained anew under its name is another one, and so is a
   * mask whose picture has changed. Without a prior there is no shape to try a degradation at, and
   * names and values must do.
   */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    method.prior().ifPresent(label -> settings.put("prior", label));
    method.prior().ifPresent(label -> settings.put("priorSha256", priorIdentity));
    settings.put("degradation", degradation.label());
    settings.put("degradationSha256", degradationIdentity());
    settings.put("restorer", restorer.label());
    settings.put("restorerSha256", Fingerprint.empty().add(restorer).text());
    return settings;
  }

  private String degradationIdentity() {
    Fingerprint identity = Fingerprint.empty().add(degradation);
    model.ifPresent(
        bound -> {
          ImageStack seen = ImageStack.zeros(1, bound.degraded());
          bound.apply(probe(bound.clean()), seen);
          identity.add(seen);
          if (!Subject.isNoiseOpen(bound)) {
            identity.add(new double[] {bound.sigma()});
          }
        });
    return identity.text();
  }

  private static ImageStack probe(Shape shape) {
    ImageStack probe = ImageStack.zeros(1, shape);
    SplittableRandom random = new SplittableRandom(0);
    for (int k = 0; k < probe.pixels().length; k++) {
      probe.pixels()[k] = random.nextFloat();
    }
    return probe;
  }
}
