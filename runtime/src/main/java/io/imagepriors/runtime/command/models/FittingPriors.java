package io.imagepriors.runtime.command.models;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.analysis.Subject;
import io.imagepriors.runtime.command.Chosen;
import java.util.ArrayList;
import java.util.List;

/**
 * The chosen priors that take images of a shape.
 *
 * @param priors those that do
 * @param subjects the same, bound
 * @param notices why others don't
 */
public record FittingPriors(
    List<Chosen<Prior>> priors, List<Subject> subjects, List<String> notices) {

  /**
   * Binds priors.
   *
   * @throws InvalidInputException if none takes that shape: the reason of the first
   */
  public static FittingPriors of(List<Chosen<Prior>> chosen, Shape shape) {
    List<Chosen<Prior>> priors = new ArrayList<>();
    List<Subject> subjects = new ArrayList<>();
    List<InvalidInputException> refusals = new ArrayList<>();
    for (Chosen<Prior> prior : chosen) {
      try {
        subjects.add(new Subject(prior.toString(), prior.plugin().bind(shape, prior.parameters())));
        priors.add(prior);
      } catch (InvalidInputException e) {
        refusals.add(e);
      }
    }
    if (subjects.isEmpty()) {
      throw refusals.isEmpty()
          ? new InvalidInputException("a prior is needed; none is plugged in")
          : refusals.get(0);
    }
    return new FittingPriors(
        priors, subjects, refusals.stream().map(e -> "left out: " + e.getMessage()).toList());
  }
}
