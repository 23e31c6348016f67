package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.Restorer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to evaluate: every prior with every degradation and every restorer on the same images.
 * Immutable.
 *
 * @param priors at least one, if a restorer needs one
 * @param degradations at least one
 * @param restorers at least one
 * @param images all of them are restored
 * @param seeds of the simulated noise, each used on all images; image {@code i} gets the same noise
 *     in any plan of that seed
 * @param judge finds the class of restored images, if there is a classifier
 * @param batch images restored at once, at least 1
 * @param threads restorations at a time, at least 1; has no influence on the images
 */
public record Plan(
    List<Candidate<Prior>> priors,
    List<Candidate<Degradation>> degradations,
    List<Candidate<Restorer>> restorers,
    LabelledImages images,
    List<Long> seeds,
    Optional<Judge> judge,
    int batch,
    int threads) {

  /** Images at a time where users don't say: large enough for a network's matrix products. */
  public static final int USUAL_BATCH = 32;

  /**
   * @throws InvalidInputException if something is missing or below 1
   */
  public Plan {
    priors = List.copyOf(priors);
    degradations = List.copyOf(degradations);
    restorers = List.copyOf(restorers);
    seeds = seeds.stream().distinct().toList();
    requireSome("degradations", degradations);
    requireSome("restorers", restorers);
    requireSome("seeds", seeds);
    if (!restorers.stream().allMatch(r -> r.plugin() instanceof PriorFreeRestorer)) {
      requireSome("priors", priors);
    }
    if (batch < 1 || threads < 1) {
      throw InvalidInputException.of(
          "batch and threads", "be at least 1", batch + " and " + threads);
    }
  }

  /** What tables will call each restorer with each of its priors. */
  public List<String> methods() {
    return restorers.stream()
        .flatMap(
            restorer ->
                Method.withoutPrior(restorer).isPresent()
                    ? Stream.of(restorer.label())
                    : priors.stream()
                        .map(prior -> Method.label(restorer.label(), Optional.of(prior.label()))))
        .toList();
  }

  /** How many pieces the work falls into: one per method, degradation and seed. */
  public int pieces() {
    return methods().size() * degradations.size() * seeds.size();
  }

  /** The number of batches that the images make. */
  int batches() {
    return (images.count() + batch - 1) / batch;
  }

  private static void requireSome(String subject, Collection<?> choices) {
    if (choices.isEmpty()) {
      throw InvalidInputException.of(subject + " to compare", "be at least 1", 0);
    }
  }
}
