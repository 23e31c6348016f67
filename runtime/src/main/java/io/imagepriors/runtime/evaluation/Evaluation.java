package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.PriorsException;
import io.imagepriors.api.Restorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a {@link Plan}. Every prior and restorer gets the same degraded images; a restorer that
 * needs no prior restores them once. Figures depend on plan and seed alone, not on threads or order
 * (times apart). A combination that can't work becomes a {@link Notice}.
 */
public final class Evaluation {
  private final Plan plan;
  private final List<Notice> notices = new ArrayList<>();

  private Evaluation(Plan plan) {
    this.plan = plan;
  }

  /**
   * Runs a plan to its end, or until the monitor or an interrupt stops it. Restorations run on
   * threads of their own; the monitor is called on the calling thread.
   *
   * @param plan what to do
   * @param monitor told a few times a second; the total counts images over all combinations
   * @throws InvalidInputException if a degradation does not fit the images, or nothing works at
   *     all; the message then gives the first reason
   */
  public static Results run(Plan plan, Monitor monitor) {
    return new Evaluation(plan).run(monitor);
  }

  private Results run(Monitor monitor) {
    List<Cell> cells = cells();
    boolean finished = new Crew(plan, cells).work(monitor);
    List<Result> results = new ArrayList<>();
    for (Cell cell : cells) {
      cell.result().ifPresent(results::add);
      cell.notice().ifPresent(notices::add);
    }
    if (results.isEmpty() && finished) {
      throw new InvalidInputException("nothing to compare: " + notices.get(0).reason());
    }
    return new Results(results, notices, finished ? Outcome.COMPLETED : Outcome.CANCELLED);
  }

  private List<Cell> cells() {
    ImageStack clean = plan.images().stack(0, plan.images().count());
    List<Degraded> degraded = new ArrayList<>();
    for (Candidate<Degradation> degradation : plan.degradations()) {
      degraded.add(Degraded.simulate(degradation, clean, plan.seed()));
    }
    List<Bound> priors = bind(clean);
    List<Cell> cells = new ArrayList<>();
    for (Degraded images : degraded) {
      for (Candidate<Restorer> restorer : plan.restorers()) {
        for (Method method : methods(restorer, priors)) {
          cells.add(new Cell(method, images, plan.batches()));
        }
      }
    }
    return cells;
  }

  /** With each prior, or once without any where none is needed. */
  private static List<Method> methods(Candidate<Restorer> restorer, List<Bound> priors) {
    return Method.withoutPrior(restorer)
        .map(List::of)
        .orElseGet(
            () ->
                priors.stream()
                    .map(prior -> Method.of(restorer, prior.label(), prior.model()))
                    .toList());
  }

  private record Bound(String label, PriorModel model) {}

  private List<Bound> bind(ImageStack clean) {
    List<Bound> bound = new ArrayList<>();
    for (Candidate<Prior> prior : plan.priors()) {
      try {
        bound.add(new Bound(prior.label(), prior.plugin().bind(clean.shape(), prior.parameters())));
      } catch (PriorsException e) {
        notices.add(new Notice(Optional.of(prior.label()), "any", "any", e.getMessage()));
      }
    }
    return bound;
  }
}
