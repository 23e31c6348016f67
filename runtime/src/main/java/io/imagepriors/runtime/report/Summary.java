package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Portrait;
import io.imagepriors.runtime.analysis.SampleQuality;
import io.imagepriors.runtime.analysis.Trial;
import io.imagepriors.runtime.evaluation.CoverageRow;
import io.imagepriors.runtime.evaluation.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The half page at the head of a report: what was found, each sentence made from figures. */
final class Summary {

  /** A finding under its catchword. */
  record Finding(String topic, String text) {}

  private static final double PARTED = 0.95;

  private final Study study;
  private final List<Standing> standings;
  private final List<Finding> findings = new ArrayList<>();

  private Summary(Study study) {
    this.study = study;
    this.standings = Standing.of(study.results().results());
  }

  /** The findings, in the order of the report. */
  static List<Finding> of(Study study) {
    Summary summary = new Summary(study);
    summary.add("Codes", summary.codes());
    summary.add("Samples", summary.samples());
    summary.add("Outliers", summary.outliers());
    Findings.of(study.results().results())
        .forEach(pair -> summary.add("Prior against prior", String.join(" ", pair.sentences())));
    summary.add("Best of all", summary.winners());
    summary.add("Classical methods", summary.classical());
    summary.add("Uncertainty", summary.coverage());
    study
        .oneClass()
        .ifPresent(
            one ->
                summary.add(
                    "One class",
                    String.format(
                        Locale.ROOT,
                        "Trained on one class at a time, '%s' tells the others from it with a mean"
                            + " AUROC of %.4f over %d classes.",
                        one.trainer(),
                        one.auroc(),
                        one.classes().size())));
    return summary.findings;
  }

  private void add(String topic, String text) {
    if (!text.isEmpty()) {
      findings.add(new Finding(topic, text));
    }
  }

  private String codes() {
    return study.withCodes().isEmpty()
        ? ""
        : "Of the cube, "
            + joined(
                study.withCodes(),
                p ->
                    String.format(
                        Locale.ROOT, "%.1f%% lie in holes for %s", 100 * Study.holes(p), p.prior()))
            + " (1% for truly uniform codes). Images are given back with a mean squared error of "
            + joined(
                study.withCodes(),
                p ->
                    String.format(
                        Locale.ROOT, "%.5f by %s", Study.cube(p).reconstructionError(), p.prior()))
            + ".";
  }

  private String samples() {
    List<Portrait> judged =
        study.withCodes().stream().filter(p -> Study.cube(p).quality().isPresent()).toList();
    return judged.isEmpty()
        ? ""
        : "A classifier is sure of what uniform codes decode to, "
            + joined(
                judged,
                p -> String.format(Locale.ROOT, "to %.0f%% by %s", confidence(p), p.prior()))
            + String.format(
                Locale.ROOT,
                ", and to %.0f%% of real images",
                100 * quality(judged.get(0)).realConfidence().value())
            + "; their Fréchet distance from real images is "
            + joined(
                judged,
                p -> String.format(Locale.ROOT, "%.1f for %s", quality(p).distance(), p.prior()))
            + String.format(
                Locale.ROOT,
                " (%.1f between halves of the real ones).",
                quality(judged.get(0)).realDistance());
  }

  private static SampleQuality quality(Portrait portrait) {
    return Study.cube(portrait).quality().orElseThrow();
  }

  private static double confidence(Portrait portrait) {
    return 100 * quality(portrait).confidence().value();
  }

  /**
   * How each energy parts outliers from the class. What good priors decode their holes to may look
   * like the class, so of decoded holes those of the emptiest prior alone count.
   */
  private String outliers() {
    return study.analysis().portraits().stream()
        .map(this::outliers)
        .collect(Collectors.joining(" "));
  }

  private String outliers(Portrait portrait) {
    List<Trial> trials =
        portrait.trials().stream()
            .filter(
                trial ->
                    !trial.outliers().startsWith(Emptiness.DECODED_HOLES) || isOfEmptiest(trial))
            .sorted(Comparator.comparingDouble(Trial::auroc))
            .toList();
    if (trials.isEmpty()) {
      return "";
    }
    long parted = trials.stream().filter(trial -> trial.auroc() >= PARTED).count();
    return String.format(
        Locale.ROOT,
        "The energy of %s parts %d of %d kinds of outliers with an AUROC of %.2f or more; worst of"
            + " all it parts '%s' (%.3f).",
        portrait.prior(),
        parted,
        trials.size(),
        PARTED,
        trials.get(0).outliers(),
        trials.get(0).auroc());
  }

  private boolean isOfEmptiest(Trial trial) {
    return study
        .emptiest()
        .filter(prior -> trial.outliers().equals(Emptiness.DECODED_HOLES + prior.prior()))
        .isPresent();
  }

  /** Which methods lead in how many degradations. */
  private String winners() {
    Map<String, List<String>> wins = new LinkedHashMap<>();
    for (Standing standing : standings) {
      wins.computeIfAbsent(standing.winner().row().method(), m -> new ArrayList<>())
          .add(standing.degradation());
    }
    return wins.entrySet().stream()
        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
        .map(win -> win.getKey() + " for " + String.join(", ", win.getValue()))
        .collect(Collectors.joining("; ", "", "."));
  }

  private String classical() {
    List<Standing> both =
        standings.stream()
            .filter(s -> s.classical().isPresent() && s.learned().isPresent())
            .toList();
    if (both.isEmpty()) {
      return "";
    }
    List<Standing> lost = both.stream().filter(Summary::classicalWins).toList();
    double least = both.stream().mapToDouble(Summary::learnedGain).min().orElse(0);
    double most = both.stream().mapToDouble(Summary::learnedGain).max().orElse(0);
    String gains =
        String.format(
            Locale.ROOT,
            "The best method with a prior is %+.1f to %+.1f dB from the best without one.",
            least,
            most);
    return lost.isEmpty()
        ? gains + " Nowhere is a method without a prior ahead."
        : gains
            + " A method without a prior is ahead for "
            + joined(lost, s -> s.degradation() + " (" + s.classical().get().row().restorer() + ")")
            + ".";
  }

  private static boolean classicalWins(Standing standing) {
    return learnedGain(standing) < 0;
  }

  private static double learnedGain(Standing standing) {
    Row learned = standing.learned().orElseThrow().row();
    return learned.judged().value() - standing.classical().orElseThrow().row().judged().value();
  }

  private String coverage() {
    Map<String, List<CoverageRow>> byPrior =
        study.coverage().stream()
            .filter(row -> row.pixels().equals("all"))
            .collect(
                Collectors.groupingBy(CoverageRow::prior, LinkedHashMap::new, Collectors.toList()));
    return byPrior.entrySet().stream()
        .map(
            prior ->
                String.format(
                    Locale.ROOT,
                    "With %s, %.0f to %.0f%% of the true pixels lie inside the intervals that"
                        + " claim 80%%.",
                    prior.getKey().isEmpty() ? "no prior" : prior.getKey(),
                    100
                        * prior.getValue().stream()
                            .mapToDouble(CoverageRow::within80)
                            .min()
                            .orElse(0),
                    100
                        * prior.getValue().stream()
                            .mapToDouble(CoverageRow::within80)
                            .max()
                            .orElse(0)))
        .collect(Collectors.joining(" "));
  }

  private static <T> String joined(List<T> items, Function<T, String> description) {
    List<String> texts = items.stream().map(description).toList();
    int last = texts.size() - 1;
    return last == 0
        ? texts.get(0)
        : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
  }
}
