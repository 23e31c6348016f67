package io.imagepriors.runtime.report;

import io.imagepriors.api.Outcome;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.evaluation.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Restorations as one page that needs nothing beside itself. */
final class ComparisonPage {
  private ComparisonPage() {}

  /** The page's text. */
  static String of(Results results, Occasion occasion) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("summary", summary(results, occasion));
    fields.put("stopped", results.outcome() == Outcome.CANCELLED);
    fields.put("findings", findings(results));
    fields.put("naiveAndUniform", naiveAndUniform(results));
    fields.put("degradations", RestorationSections.of(results.results(), occasion));
    RestorationSections.addImpossible(results, fields);
    return Page.of("comparison.html", occasion, fields);
  }

  private static String summary(Results results, Occasion occasion) {
    List<Row> rows = results.rows();
    int count = rows.isEmpty() ? 0 : rows.get(0).count();
    long priors = distinct(rows.stream().flatMap(row -> row.prior().stream()).toList());
    String restorers = plural(distinct(rows.stream().map(Row::restorer).toList()), "restorer");
    return String.format(
        "%d images (%s) were degraded in %s, and each restored with %s. "
            + "All had to restore exactly the same degraded images.",
        count,
        occasion.images(),
        plural(distinct(rows.stream().map(Row::degradation).toList()), "way"),
        priors == 0 ? restorers : plural(priors, "prior") + " and " + restorers);
  }

  private static long distinct(List<String> labels) {
    return labels.stream().distinct().count();
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static List<String> findings(Results results) {
    return Findings.of(results.results()).stream()
        .map(finding -> String.join(" ", finding.sentences()))
        .toList();
  }

  /** Whether the two priors that the page can explain are both there. */
  private static boolean naiveAndUniform(Results results) {
    List<String> priors = results.rows().stream().flatMap(row -> row.prior().stream()).toList();
    return priors.contains("naive") && priors.contains("uniform");
  }
}
