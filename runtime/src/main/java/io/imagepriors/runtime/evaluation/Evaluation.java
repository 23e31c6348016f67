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
import java.util.stream.Stream;

/**
 * Runs a {@link Plan}. Every prior and restorer gets the same degraded images; a restorer that
 * needs no prior restores them once. Figures depend on plan and seeds alone, not on threads or
 * order (times apart). A combination that can't work becomes a {@link Notice}.
 */
public final class Evaluation {
  private static final int PROBE_IMAGES = 4;

  private final Plan plan;
  private final Journal journal;
  private final ImageStack clean;
  private final List<Notice> notices = new ArrayList<>();
  private final boolean pictures;

  private Evaluation(Plan plan, Journal journal, boolean pictures) {
    this.plan = plan;
    this.journal = journal;
    this.pictures = pictures;
    this.clean = plan.images().stack(0, plan.images().count());
  }

  /** Runs a plan from its start, as {@link #run(Plan, Journal, Monitor)} does. */
  public static Results run(Plan plan, Monitor monitor) {
    return run(plan, Journal.none(), monitor);
  }

  /**
   * Runs a plan to its end, or until the monitor or an interrupt stops it. Restorations run on
   * threads of their own; the monitor is called on the calling thread.
   *
   * @param plan what to do
   * @param journal what earlier runs have finished is not done again, and what this run finishes is
   *     entered
   * @param monitor told a few times a second; the total counts images over all combinations and
   *     seeds
   * @throws InvalidInputException if a degradation does not fit the images, or nothing works at
   *     all; the message then gives the first reason
   */
  public static Results run(Plan plan, Journal journal, Monitor monitor) {
    return new Evaluation(plan, journal, false).run(monitor);
  }

  /**
   * The same with pictures for every result: where the figures come from the journal, the first
   * images are restored again.
   */
  public static Results runWithPictures(Plan plan, Journal journal, Monitor monitor) {
    return new Evaluation(plan, journal, true).run(monitor);
  }

  private Results run(Monitor monitor) {
    List<Series> all = series();
    boolean finished =
        new Crew(plan, all.stream().flatMap(each -> each.cells().stream()).toList()).work(monitor)
            && (!pictures || all.stream().allMatch(each -> each.picture(monitor)));
    List<Result> results = new ArrayList<>();
    for (Series series : all) {
      series.result().ifPresent(results::add);
      series.notice().ifPresent(notices::add);
    }
    if (results.isEmpty() && finished) {
      throw new InvalidInputException("nothing to compare: " + notices.get(0).reason());
    }
    return new Results(results, notices, finished ? Outcome.COMPLETED : Outcome.CANCELLED);
  }

  private List<Series> series() {
    Gauge gauge = new Gauge(plan.judge());
    List<List<Task>> tasks =
        plan.degradations().stream().map(degradation -> tasks(degradation, gauge)).toList();
    List<Bound> priors = bind();
    String judged = judged();
    List<Series> series = new ArrayList<>();
    for (List<Task> seeds : tasks) {
      for (Candidate<Restorer> restorer : plan.restorers()) {
        for (Tried tried : methods(restorer, priors)) {
          series.add(series(tried, seeds, judged));
        }
      }
    }
    return series;
  }

  private List<Task> tasks(Candidate<Degradation> degradation, Gauge gauge) {
    return plan.seeds().stream().map(seed -> Task.of(degradation, clean, seed, gauge)).toList();
  }

  private Series series(Tried tried, List<Task> tasks, String judged) {
    List<Cell> cells = new ArrayList<>();
    for (Task task : tasks) {
      String key =
          Fingerprint.empty().add(tried.identity()).add(task.identity()).add(judged).text();
      cells.add(new Cell(tried.method(), task, plan.batches(), journal, key));
    }
    return new Series(tried.method(), tasks, cells);
  }

  /** What restored images are compared with. */
  private String judged() {
    Fingerprint fingerprint = Fingerprint.empty().add(clean);
    plan.judge().ifPresent(judge -> judge.addTo(fingerprint, probe()));
    return fingerprint.text();
  }

  /** A method, and what tells it from all others. */
  private record Tried(Method method, String identity) {}

  /** With each prior, or once without any where none is needed. */
  private static List<Tried> methods(Candidate<Restorer> restorer, List<Bound> priors) {
    String identity = Fingerprint.empty().add(restorer).text();
    return Method.withoutPrior(restorer)
        .map(method -> List.of(new Tried(method, identity)))
        .orElseGet(
            () ->
                priors.stream()
                    .map(
                        prior ->
                            new Tried(
                                Method.of(restorer, prior.label(), prior.model()),
                                identity + prior.identity()))
                    .toList());
  }

  private record Bound(String label, PriorModel model, String identity) {}

  private List<Bound> bind() {
    return plan.priors().stream().flatMap(this::bind).toList();
  }

  private Stream<Bound> bind(Candidate<Prior> prior) {
    try {
      PriorModel model = prior.plugin().bind(clean.shape(), prior.parameters());
      // A model file that was trained anew under its old name gives other energies.
      String identity = Fingerprint.empty().add(prior).add(model.values(probe())).text();
      return Stream.of(new Bound(prior.label(), model, identity));
    } catch (PriorsException e) {
      notices.add(new Notice(Optional.of(prior.label()), "any", "any", e.getMessage()));
      return Stream.empty();
    }
  }

  private ImageStack probe() {
    return clean.slice(0, Math.min(clean.count(), PROBE_IMAGES));
  }
}
