package io.imagepriors.runtime.bench;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.bench.plugin.ProbeDegradation;
import io.imagepriors.runtime.bench.plugin.ProbePrior;
import io.imagepriors.runtime.bench.plugin.ProbeRestorer;
import io.imagepriors.runtime.bench.plugin.ProbeVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One way to restore the same two images, short enough to be done thousands of times.
 *
 * @param restorer its name
 * @param degradation its name
 * @param prior its name
 */
record Recipe(String restorer, String degradation, String prior) {
  private static final Shape SHAPE = Shape.grey(28, 28);
  private static final ImageStack DEGRADED = noise();
  private static final Map<String, String> SHORT_SEARCH =
      Map.of(
          "pool", "8", "starts", "2", "survivors", "1", "search-steps", "2", "refine-steps", "3");
  private static final Map<String, Map<String, String>> SETTINGS =
      Map.of(
          "map",
          Map.of("steps", "8"),
          "latent-map",
          SHORT_SEARCH,
          "hybrid",
          SHORT_SEARCH,
          ProbeRestorer.NAME,
          Map.of());
  private static final List<Recipe> ALL = all();

  /**
   * The plug-ins that a recipe names, as they are now.
   *
   * @param restorer searches
   * @param degradation what happened
   * @param prior what images look like
   */
  record Ingredients(Restorer restorer, Degradation degradation, Prior prior) {

    /** What tells one result from another: names and flavours. */
    String flavours() {
      return flavour(restorer) + " " + flavour(degradation) + " " + flavour(prior);
    }

    /** Restores the images. */
    Restoration restore() {
      return restorer.restore(
          DEGRADED,
          degradation.bind(SHAPE, degradation.descriptor().defaults()),
          prior.bind(SHAPE, prior.descriptor().defaults()),
          restorer.descriptor().defaults().with(SETTINGS.get(restorer.name())),
          Monitor.none());
    }

    private static String flavour(Plugin plugin) {
      String flavour = plugin.descriptor().facts().getOrDefault(ProbeVersion.FLAVOUR, "-");
      return plugin.name() + "/" + flavour;
    }
  }

  /** All that make sense: searches of codes need a prior that has them. */
  static List<Recipe> every() {
    return ALL;
  }

  /** One of all, at random. */
  static Recipe any(SplittableRandom random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  /**
   * What the recipe names.
   *
   * @throws InvalidInputException if something of that name is not there
   */
  Ingredients lookUp(TrialPlatform platform) {
    return new Ingredients(
        platform.get(Kind.RESTORER, restorer),
        platform.get(Kind.DEGRADATION, degradation),
        platform.get(Kind.PRIOR, prior));
  }

  /** Whether an image stack could be an estimate: its size and range are right. */
  static boolean isPossible(ImageStack estimate) {
    boolean possible = estimate.shape().equals(SHAPE) && estimate.count() == DEGRADED.count();
    for (float value : estimate.pixels()) {
      possible &= value >= 0 && value <= 1;
    }
    return possible;
  }

  private static List<Recipe> all() {
    List<Recipe> recipes = new ArrayList<>();
    for (String degradation : List.of(ProbeDegradation.NAME, "gaussian-noise")) {
      for (String prior : List.of(ProbePrior.NAME, ProbeModel.NAME)) {
        for (String restorer : List.of(ProbeRestorer.NAME, "map")) {
          recipes.add(new Recipe(restorer, degradation, prior));
        }
      }
      recipes.add(new Recipe("latent-map", degradation, ProbeModel.NAME));
      recipes.add(new Recipe("hybrid", degradation, ProbeModel.NAME));
    }
    return List.copyOf(recipes);
  }

  private static ImageStack noise() {
    ImageStack images = ImageStack.zeros(2, SHAPE);
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < images.pixels().length; k++) {
      images.pixels()[k] = (float) random.nextDouble();
    }
    return images;
  }
}
