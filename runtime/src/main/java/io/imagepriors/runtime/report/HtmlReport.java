package io.imagepriors.runtime.report;

import io.imagepriors.api.Outcome;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.evaluation.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Results as one page that needs nothing beside itself: style inside, pictures as data URIs, all
 * text escaped by the template.
 */
public final class HtmlReport {
  private static final int COLUMNS = 8;

  private HtmlReport() {}

  /** The page's text. */
  public static String of(Results results, Occasion occasion) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", occasion.title());
    page.put("summary", summary(results, occasion));
    page.put("stopped", results.outcome() == Outcome.CANCELLED);
    page.put("findings", findings(results));
    page.put("naiveAndUniform", naiveAndUniform(results));
    page.put("sections", sections(results));
    page.put("notices", results.notices().stream().map(HtmlReport::notice).toList());
    page.put("hasNotices", !results.notices().isEmpty());
    page.put("priors", Page.priors(occasion));
    page.put("machine", Page.pairs(occasion.machine()));
    page.put("seed", Page.seeds(occasion));
    page.put("command", occasion.command());
    return Page.of("report.html", page);
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

  private static List<Map<String, Object>> sections(Results results) {
    Map<String, List<Result>> byDegradation =
        results.results().stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.row().degradation(), LinkedHashMap::new, Collectors.toList()));
    List<Map<String, Object>> sections = new ArrayList<>();
    byDegradation.forEach(
        (degradation, of) -> sections.add(DegradationSection.of(degradation, of, COLUMNS)));
    return sections;
  }

  private static Map<String, Object> notice(io.imagepriors.runtime.evaluation.Notice notice) {
    return Map.of("what", notice.combination(), "reason", notice.reason());
  }
}
