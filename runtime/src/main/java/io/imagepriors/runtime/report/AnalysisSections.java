package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Analysis;
import io.imagepriors.runtime.analysis.Portrait;
import io.imagepriors.runtime.analysis.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What pages show of an analysis, as their templates take it. */
final class AnalysisSections {
  private static final int STRIP = 10;
  private static final int LOOKS = 6;

  private final Analysis analysis;
  private final List<Portrait> portraits;

  private AnalysisSections(Analysis analysis) {
    this.analysis = analysis;
    this.portraits = analysis.portraits();
  }

  /**
   * The fields.
   *
   * @param analysed where the images come from
   * @param seed decides what is random
   */
  static Map<String, Object> of(Analysis analysis, String analysed, long seed) {
    AnalysisSections sections = new AnalysisSections(analysis);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("count", String.valueOf(analysis.count()));
    fields.put("analysed", analysed);
    fields.put("analysisSeed", String.valueOf(seed));
    fields.put("names", sections.portraits.stream().map(Portrait::prior).toList());
    fields.put("figures", Figure.all().stream().map(sections::figure).toList());
    fields.put("outliers", sections.outliers());
    fields.put("portraits", sections.portraits.stream().map(sections::portrait).toList());
    return fields;
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
              Pictures.strip(analysis.outliers().get(i).images(), LOOKS),
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

  private Map<String, Object> portrait(Portrait portrait) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", portrait.prior());
    fields.put("real", Pictures.strips(analysis.real(), STRIP));
    portrait.cube().ifPresent(cube -> fields.put("cube", CubeSection.of(cube, STRIP)));
    fields.put("energies", portrait.trials().stream().map(t -> energies(portrait, t)).toList());
    return fields;
  }

  private static Map<String, Object> energies(Portrait portrait, Trial trial) {
    return Map.of(
        "name",
        trial.outliers(),
        "source",
        Page.source(EnergyCharts.chart(portrait.members(), trial)));
  }
}
