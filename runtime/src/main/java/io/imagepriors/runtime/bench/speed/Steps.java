package io.imagepriors.runtime.bench.speed;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The steps of which restorations consist, as jobs: those of the prior alone, whose operations are
 * known, and those of restorers. Each thread of the team has a batch of its own.
 */
public final class Steps {
  /** Facts of a prior's descriptor: operations for one image. */
  private static final String GRADIENT_WORK = "operations.gradient";

  private static final String LATENT_WORK = "operations.latent";

  private final Team team;
  private final Clock clock;
  private final PriorModel model;
  private final Map<String, String> facts;
  private final int batch;

  /**
   * Steps of one prior.
   *
   * @param model the prior, bound
   * @param batch images of each thread
   */
  public Steps(Team team, Clock clock, Prior prior, PriorModel model, int batch) {
    this.team = team;
    this.clock = clock;
    this.model = model;
    this.facts = prior.descriptor().facts();
    this.batch = batch;
  }

  /** All that the prior and the catalog allow. */
  public List<Job> all(Catalog catalog) {
    List<Job> jobs = new ArrayList<>();
    jobs.add(job("gradient", GRADIENT_WORK, this::gradient));
    model.latentSpace().ifPresent(s -> jobs.add(job("latent", LATENT_WORK, () -> latent(s))));
    catalog
        .find(Kind.DEGRADATION, "gaussian-noise")
        .map(noise -> SolverSteps.noise(noise.plugin(), model))
        .ifPresent(noise -> ofRestorers(catalog, noise).forEach(jobs::add));
    return jobs;
  }

  private Stream<Job> ofRestorers(Catalog catalog, ForwardModel noise) {
    Stream<Job> pixels =
        catalog.find(Kind.RESTORER, "map").stream().map(map -> overPixels(map.plugin(), noise));
    Stream<Job> codes =
        catalog.find(Kind.RESTORER, "latent-map").stream()
            .filter(latentMap -> model.latentSpace().isPresent())
            .map(latentMap -> overCodes(latentMap.plugin(), noise));
    return Stream.concat(pixels, codes);
  }

  /** A step of {@code map}: energy, data term, optimiser. */
  public Job overPixels(Restorer map, ForwardModel noise) {
    return job(
        "map",
        GRADIENT_WORK,
        () -> SolverSteps.overPixels(clock, map, noise, model, images(model.shape())));
  }

  /** A step of {@code latent-map}: decoder, data term, derivative, optimiser. */
  public Job overCodes(Restorer latentMap, ForwardModel noise) {
    return job(
        "latent-map",
        LATENT_WORK,
        () -> SolverSteps.overCodes(clock, latentMap, noise, model, images(model.shape())));
  }

  private Job job(String name, String fact, Supplier<Work> member) {
    long operations = Long.parseLong(facts.getOrDefault(fact, "0"));
    List<Work> members = IntStream.range(0, team.size()).mapToObj(i -> member.get()).toList();
    int images = batch * team.size();
    return new Job(name, images, operations * images, team.all(members));
  }

  private Work gradient() {
    ImageStack x = images(model.shape());
    ImageStack gradient = x.like();
    double[] values = new double[batch];
    return Work.of(clock, () -> model.valueAndGradient(x, values, gradient));
  }

  private Work latent(LatentSpace space) {
    CodeStack codes = CodeStack.zeros(batch, space.dimension());
    fill(codes.values());
    CodeStack gradient = codes.like();
    ImageStack decoded = ImageStack.zeros(batch, space.shape());
    ImageStack cotangent = images(space.shape());
    double[] values = new double[batch];
    Energy fixed = new Fixed(space.shape());
    return Work.of(
        clock, () -> space.valueAndGradient(fixed, codes, values, gradient, decoded, cotangent));
  }

  private ImageStack images(Shape shape) {
    ImageStack images = ImageStack.zeros(batch, shape);
    fill(images.pixels());
    return images;
  }

  private static void fill(float[] values) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
  }

  /** Takes no time: leaves the gradient as it finds it. */
  private record Fixed(Shape shape) implements Energy {
    @Override
    public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {}
  }
}
