package io.imagepriors.runtime.command.restoration;

import static io.imagepriors.runtime.command.restoration.ReportCommand.CLASSIFIER;
import static io.imagepriors.runtime.command.restoration.ReportCommand.DEGRADATION;
import static io.imagepriors.runtime.command.restoration.ReportCommand.IMAGES;
import static io.imagepriors.runtime.command.restoration.ReportCommand.ONE_CLASS;
import static io.imagepriors.runtime.command.restoration.ReportCommand.OUTLIERS;
import static io.imagepriors.runtime.command.restoration.ReportCommand.PRIORS;
import static io.imagepriors.runtime.command.restoration.ReportCommand.RESTORER;
import static io.imagepriors.runtime.command.restoration.ReportCommand.SEEDS;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Progress;
import io.imagepriors.api.Restorer;
import io.imagepriors.runtime.analysis.Analysis;
import io.imagepriors.runtime.analysis.Analyst;
import io.imagepriors.runtime.analysis.Subject;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.ModelDigests;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Provenance;
import io.imagepriors.runtime.command.models.FittingClassifier;
import io.imagepriors.runtime.command.models.FittingPriors;
import io.imagepriors.runtime.command.models.Strangers;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.CoverageRow;
import io.imagepriors.runtime.evaluation.Journal;
import io.imagepriors.runtime.evaluation.Method;
import io.imagepriors.runtime.evaluation.Plan;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.report.Occasion;
import io.imagepriors.runtime.report.OneClassFigures;
import io.imagepriors.runtime.report.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a report tells: analysis, evaluation, coverage. For one run of the command. */
final class Studying {
  private static final String JOURNAL = "finished.jsonl";
  private static final int DRAWN = 300;
  private static final int COVERED = 32;
  private static final String UNSURE = "posterior";

  private final Invocation in;
  private final Journal journal;
  private final FittingPriors priors;
  private final Plan plan;
  private final Optional<OneClassFigures> oneClass;
  private final List<String> omissions = new ArrayList<>();

  private Studying(Invocation in, LabelledImages images, Path folder) {
    this.in = in;
    this.priors = FittingPriors.of(in.all(PRIORS), images.shape());
    this.oneClass = in.get(ONE_CLASS).map(OneClassFigures::read);
    this.journal = Journal.open(folder.resolve(JOURNAL));
    this.plan =
        new Plan(
            Candidates.of(priors.priors()),
            degradations(images),
            Candidates.of(in.all(RESTORER)),
            images,
            Seeds.parse(in.get(SEEDS)),
            Judging.of(in, CLASSIFIER, images),
            Plan.USUAL_BATCH,
            Comparing.threads());
  }

  /**
   * Reads the choices.
   *
   * @param folder for what is finished
   */
  static Studying of(Invocation in, LabelledImages images, Path folder) {
    return new Studying(in, images, folder);
  }

  /** What the user named; else of the usual degradations those that suit the images. */
  private List<Candidate<Degradation>> degradations(LabelledImages images) {
    if (in.has(DEGRADATION)) {
      return Candidates.of(in.all(DEGRADATION));
    }
    List<Candidate<Degradation>> fitting = new ArrayList<>();
    for (Candidate<Degradation> candidate : StandardDegradations.all(in.catalog())) {
      try {
        candidate.plugin().bind(images.shape(), candidate.parameters());
        fitting.add(candidate);
      } catch (InvalidInputException e) {
        omissions.add(candidate.label() + " was left out: " + e.getMessage());
      }
    }
    return fitting;
  }

  /** Does all the work; after a stop, of the restorations only what was finished is there. */
  Study run() {
    LabelledImages all = IMAGES.load(in);
    Analysis analysis = analysis(all);
    Results results = Comparing.runWithPictures(in, plan, journal);
    if (journal.taken() > 0) {
      in.err().println("finished by earlier runs: " + journal.taken() + " of " + plan.pieces());
    }
    boolean stopped = results.outcome() == Outcome.CANCELLED;
    int covered = Math.min(COVERED, plan.images().count());
    List<CoverageRow> coverage = stopped ? List.of() : coverage(covered);
    return new Study(
        analysis, all.origin(), seed(), results, coverage, covered, oneClass, omissions);
  }

  private long seed() {
    return plan.seeds().get(0);
  }

  private Analysis analysis(LabelledImages all) {
    FittingClassifier classifier = FittingClassifier.of(in, CLASSIFIER, all);
    io.imagepriors.runtime.analysis.Plan looking =
        new io.imagepriors.runtime.analysis.Plan(
            priors.subjects(),
            all,
            Strangers.of(in.all(OUTLIERS), all.shape()),
            classifier.model(),
            DRAWN,
            seed());
    try (ProgressBar bar = in.progress("analyze")) {
      return Analyst.run(
              looking,
              (stage, done, total) -> {
                in.requireNotCancelled();
                bar.step(new Progress(stage, done, total, Double.NaN, 0));
              })
          .withNotices(priors.notices(), classifier.notices());
    }
  }

  /** Of the restorer that says how sure it is, on a few images of each sort of damage. */
  private List<CoverageRow> coverage(int count) {
    List<Method> methods = new ArrayList<>();
    for (Candidate<Restorer> restorer : plan.restorers()) {
      if (restorer.plugin().name().equals(UNSURE)) {
        for (Subject prior : priors.subjects()) {
          methods.add(Method.of(restorer, prior.label(), prior.model()));
        }
      }
    }
    List<String> few =
        StandardDegradations.few(in.catalog()).stream().map(Candidate::label).toList();
    List<Candidate<Degradation>> degradations =
        plan.degradations().stream()
            .filter(d -> in.has(DEGRADATION) || few.contains(d.label()))
            .toList();
    try (ProgressBar bar = in.progress("coverage")) {
      return Coverages.of(methods, degradations, plan.images().stack(0, count), seed(), bar);
    }
  }

  /** What the report says beside its figures. */
  Occasion occasion() {
    Map<String, Map<String, String>> facts = new LinkedHashMap<>();
    for (Chosen<Prior> prior : priors.priors()) {
      Map<String, String> known = new LinkedHashMap<>(Provenance.facts(prior.plugin()));
      known.putAll(ModelDigests.of(prior, in.catalog()));
      facts.put(prior.toString(), known);
    }
    Occasion compared = Comparing.occasion("", "", plan);
    return new Occasion(
        "Image priors: " + String.join(", ", facts.keySet()),
        command(),
        plan.images().origin(),
        plan.seeds(),
        facts,
        compared.machine());
  }

  private String command() {
    StringBuilder line = new StringBuilder("./priors report");
    plan.priors().forEach(prior -> line.append(' ').append(Provenance.quoted(prior.label())));
    line.append(Comparing.choices(in.one(IMAGES.dataset()).toString(), IMAGES.text(in), plan));
    in.all(OUTLIERS)
        .forEach(o -> line.append(" --outlier ").append(Provenance.quoted(o.toString())));
    plan.judge().ifPresent(j -> line.append(" --classifier ").append(Provenance.quoted(j.label())));
    in.get(ONE_CLASS)
        .ifPresent(f -> line.append(" --one-class ").append(Provenance.quoted(f.toString())));
    return line.append(" --seeds ").append(Seeds.format(plan.seeds())).toString();
  }
}
