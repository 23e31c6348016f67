package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.CoverageRow;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** A whole study as one page that needs nothing beside itself. */
final class ReportPage {
  private static final String DENOISING = "gaussian-noise";

  private final Study study;
  private final Occasion occasion;
  private final List<Result> results;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private ReportPage(Study study, Occasion occasion) {
    this.study = study;
    this.occasion = occasion;
    this.results = study.results().results();
  }

  /** The page's text. */
  static String of(Study study, Occasion occasion) {
    return new ReportPage(study, occasion).text();
  }

  private String text() {
    fields.putAll(AnalysisSections.of(study.analysis(), study.analysed(), study.analysisSeed()));
    fields.put("restored", results.isEmpty() ? "0" : String.valueOf(results.get(0).row().count()));
    fields.put("summary", Summary.of(study));
    fields.put("hasCodes", !study.withCodes().isEmpty());
    Emptiness.of(study)
        .ifPresent(
            found ->
                fields.put(
                    "emptiness", Map.of("title", found.title(), "evidence", found.evidence())));
    fields.put("contrasts", Contrasts.of(results));
    Remedy.of(study, occasion).ifPresent(found -> fields.put("remedy", found));
    fields.put("tasks", tasks());
    fields.put("standings", StandingTable.of(Standing.of(results)));
    fields.put("duels", DuelTable.of(results));
    fields.put("coverage", study.coverage().stream().map(ReportPage::coverage).toList());
    fields.put("hasCoverage", !study.coverage().isEmpty());
    fields.put("coverageImages", String.valueOf(study.coverageImages()));
    study.oneClass().ifPresent(figures -> fields.put("oneClass", oneClass(figures)));
    fields.put("limits", Limits.of(study, occasion));
    RestorationSections.addImpossible(study.results(), fields);
    return Page.of("report.html", occasion, fields);
  }

  private List<Map<String, Object>> tasks() {
    List<Map<String, Object>> tasks = new ArrayList<>();
    Predicate<Row> noise = row -> row.degradation().split("[:+]", 2)[0].equals(DENOISING);
    Predicate<Row> denoising = noise.and(row -> !row.degradation().contains("+"));
    Predicate<Row> masked = row -> row.missingAfter().isPresent();
    add(tasks, "Denoising", denoising);
    add(tasks, "In-painting", masked);
    add(tasks, "Other degradations", denoising.or(masked).negate());
    return tasks;
  }

  private void add(List<Map<String, Object>> tasks, String title, Predicate<Row> which) {
    List<Result> some = results.stream().filter(result -> which.test(result.row())).toList();
    if (!some.isEmpty()) {
      tasks.add(Map.of("task", title, "degradations", RestorationSections.of(some, occasion)));
    }
  }

  private static Map<String, Object> coverage(CoverageRow row) {
    return Map.of(
        "prior", row.prior(),
        "degradation", row.degradation(),
        "pixels", row.pixels(),
        "shares",
            List.of(percent(row.within50()), percent(row.within80()), percent(row.within95())),
        "error", String.format(Locale.ROOT, "%.3f", row.error()),
        "deviation", String.format(Locale.ROOT, "%.3f", row.deviation()));
  }

  private static Map<String, Object> oneClass(OneClassFigures figures) {
    return Map.of(
        "trainer", figures.trainer(),
        "score", figures.score(),
        "training", figures.training(),
        "tested", figures.count() + " images of " + figures.images(),
        "classes", figures.classes().stream().map(ReportPage::area).toList(),
        "mean", area(figures.auroc()),
        "energyMean", area(figures.energyAuroc()),
        "repeat", figures.command());
  }

  private static Map<String, Object> area(OneClassFigures.ClassFigures one) {
    return Map.of(
        "label", String.valueOf(one.label()),
        "trained", String.valueOf(one.trained()),
        "auroc", area(one.auroc()),
        "energy", area(one.energyAuroc()));
  }

  private static String area(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
