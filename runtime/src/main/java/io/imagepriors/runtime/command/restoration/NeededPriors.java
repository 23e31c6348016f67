package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Invocation;
import java.util.List;

/** The priors that the chosen restorers work with: none, where all of them need none. */
final class NeededPriors {
  private NeededPriors() {}

  /**
   * Reads the choice.
   *
   * @throws InvalidInputException if a prior is needed and there is none, or the user chose one
   *     that nothing would use
   */
  static List<Chosen<Prior>> of(
      Invocation in, Choice<Prior> choice, Choice<Restorer> restorerChoice) {
    List<Chosen<Restorer>> restorers = in.all(restorerChoice);
    if (restorers.stream().allMatch(r -> r.plugin() instanceof PriorFreeRestorer)) {
      if (in.has(choice)) {
        throw new InvalidInputException(
            "restorer '" + restorers.get(0).label() + "' uses no prior: leave --prior out");
      }
      return List.of();
    }
    List<Chosen<Prior>> priors = in.all(choice);
    if (priors.isEmpty()) {
      throw InvalidInputException.unknown("prior", "", in.catalog().names(Kind.PRIOR));
    }
    return priors;
  }
}
