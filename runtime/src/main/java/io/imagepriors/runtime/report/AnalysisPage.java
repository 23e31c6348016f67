package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Analysis;
import io.imagepriors.runtime.analysis.Portrait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** An analysis as one page that needs nothing beside itself. */
final class AnalysisPage {
  private static final int STRIP = 10;

  private final Analysis analysis;
  private final List<Portrait> portraits;

  private AnalysisPage(Analysis analysis) {
    this.analysis = analysis;
    this.portraits = analysis.portraits();
  }

  /** The page's text. */
  static String of(Analysis analysis, Occasion occasion) {
    AnalysisPage page = new AnalysisPage(analysis);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", occasion.title());
    fields.put("count", String.valueOf(analysis.count()));
    fields.put("images", occasion.images());
    fields.put("names", page.portraits.stream().map(Portrait::prior).toList());
    fields.put("findings", AnalysisFindings.of(page.portraits));
    fields.put("figures", Figure.all().stream().map(page::figure).toList());
    fields.put("outliers", page.outliers());
    fields.put("sections", page.portraits.stream().map(page::section).toList());
    fields.put("notices", analysis.notices());
    fields.put("hasNotices", !analysis.notices().isEmpty());
    fields.put("priors", Page.priors(occasion));
    fields.put("machine", Page.pairs(occasion.machine()));
    fields.put("seed", Page.seeds(occasion));
    fields.put("command", occasion.command());
    return Page.of("analysis.html", fields);
  }

  private Map<String, Object> figure(Figure figure) {
    return Map.of(
        "name",
        figure.name(),
        "values",
        portraits.stream().map(figure::of).toList(),
        "ideal",
        figure.ideal(portraits));
  }

  /** A row for each kind of outliers: what they look like, and how each prior parts them. */
  private List<Map<String, Object>> outliers() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < analysis.outliers().size(); i++) {
      int index = i;
      double[] areas = portraits.stream().mapToDouble(p -> p.trials().get(index).auroc()).toArray();
      rows.add(
          Map.of(
              "name",
              analysis.outliers().get(i).name(),
              "source",
              Pictures.strip(analysis.outliers().get(i).images(), 6),
              "values",
              IntStream.range(0, areas.length).mapToObj(p -> area(areas, p)).toList()));
    }
    return rows;
  }

  /** One area; the best of several is marked, by its printed figure. */
  private static Map<String, Object> area(double[] areas, int index) {
    String text = text(areas[index]);
    boolean best = areas.length > 1;
    for (double other : areas) {
      best &= text(other).compareTo(text) <= 0;
    }
    return Map.of("text", text, "best", best);
  }

  private static String text(double area) {
    return String.format(Locale.ROOT, "%.3f", area);
  }

  private Map<String, Object> section(Portrait portrait) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", portrait.prior());
    fields.put("real", Pictures.strips(analysis.real(), STRIP));
    portrait.cube().ifPresent(cube -> fields.put("cube", CubeSection.of(cube, STRIP)));
    fields.put(
        "energies",
        portrait.trials().stream()
            .map(
                trial ->
                    Map.of(
                        "name",
                        trial.outliers(),
                        "auroc",
                        text(trial.auroc()),
                        "source",
                        Page.source(EnergyCharts.chart(portrait.members(), trial))))
            .toList());
    return fields;
  }
}
