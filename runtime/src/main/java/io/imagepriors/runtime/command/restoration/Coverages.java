package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Uncertainty;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.CoverageRow;
import io.imagepriors.runtime.evaluation.Degraded;
import io.imagepriors.runtime.evaluation.Method;
import java.util.ArrayList;
import java.util.List;

/** How often the intervals of methods that say how sure they are cover the truth. */
final class Coverages {
  private Coverages() {}

  /**
   * Restores images and counts.
   *
   * @param clean the truth
   * @param seed of the simulated noise
   * @throws InvalidInputException if a method does not say how sure it is
   * @throws CancelledException if the monitor says stop
   */
  static List<CoverageRow> of(
      List<Method> methods,
      List<Candidate<Degradation>> degradations,
      ImageStack clean,
      long seed,
      Monitor monitor) {
    List<CoverageRow> rows = new ArrayList<>();
    for (Candidate<Degradation> degradation : degradations) {
      Degraded degraded = Degraded.simulate(degradation, clean, seed);
      for (Method method : methods) {
        Restoration found = method.run().restore(degraded.degraded(), degraded.model(), monitor);
        if (found.outcome() == Outcome.CANCELLED) {
          throw new CancelledException();
        }
        rows.addAll(
            CoverageRow.of(method, degraded, found.images(), uncertainty(found, method), seed));
      }
    }
    return rows;
  }

  private static Uncertainty uncertainty(Restoration found, Method method) {
    return found
        .uncertainty()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "restorer to check",
                    "say how sure it is, as 'posterior' does",
                    method.restorer()));
  }
}
