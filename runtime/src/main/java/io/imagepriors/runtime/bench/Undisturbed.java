package io.imagepriors.runtime.bench;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.bench.Recipe.Ingredients;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every recipe gives with plug-ins of every flavour while nothing comes or goes. Immutable.
 */
final class Undisturbed {
  private final Map<String, float[]> results;

  private Undisturbed(Map<String, float[]> results) {
    this.results = results;
  }

  /** Drops in every probe in every flavour at once, restores, and takes them away. */
  static Undisturbed measure(TrialPlatform platform, List<Probe> probes)
      throws InterruptedException, IOException {
    for (Probe probe : probes) {
      for (int flavour = 0; flavour < probe.flavours(); flavour++) {
        platform.drop(flavour + probe.file(), probe.content(flavour, flavour));
      }
    }
    for (Probe probe : probes) {
      require(
          platform.await(() -> count(platform, probe) == probe.flavours()), probe, "did not come");
    }
    Undisturbed all = new Undisturbed(restoreAll(platform));
    for (Probe probe : probes) {
      for (int flavour = 0; flavour < probe.flavours(); flavour++) {
        platform.delete(flavour + probe.file());
      }
    }
    for (Probe probe : probes) {
      require(platform.await(() -> count(platform, probe) == 0), probe, "did not go");
    }
    return all;
  }

  /** How many different results there are. */
  int count() {
    return results.size();
  }

  /** Whether a restoration gave, bit for bit, what it gives when undisturbed. */
  boolean confirms(Ingredients ingredients, ImageStack images) {
    return Arrays.equals(results.get(ingredients.flavours()), images.pixels());
  }

  private static Map<String, float[]> restoreAll(TrialPlatform platform) {
    Map<String, float[]> results = new HashMap<>();
    for (Recipe recipe : Recipe.every()) {
      for (Restorer restorer : platform.all(Kind.RESTORER, recipe.restorer())) {
        for (Degradation degradation : platform.all(Kind.DEGRADATION, recipe.degradation())) {
          for (Prior prior : platform.all(Kind.PRIOR, recipe.prior())) {
            Ingredients ingredients = new Ingredients(restorer, degradation, prior);
            results.put(ingredients.flavours(), ingredients.restore().images().pixels());
          }
        }
      }
    }
    return Map.copyOf(results);
  }

  private static int count(TrialPlatform platform, Probe probe) {
    return platform.all(probe.kind(), probe.name()).size();
  }

  private static void require(boolean condition, Probe probe, String complaint) {
    if (!condition) {
      throw new IllegalStateException(probe.name() + " " + complaint);
    }
  }
}
