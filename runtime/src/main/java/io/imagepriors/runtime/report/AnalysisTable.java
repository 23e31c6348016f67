package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Analysis;
import io.imagepriors.runtime.analysis.Portrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An analysis as two tables of texts, headings first: one on codes, one on outliers. */
public final class AnalysisTable {
  private AnalysisTable() {}

  /** A row for each prior. */
  public static List<List<String>> codes(Analysis analysis) {
    List<List<String>> rows = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of("PRIOR"));
    Figure.all().forEach(figure -> headings.add(figure.heading()));
    rows.add(headings);
    for (Portrait portrait : analysis.portraits()) {
      List<String> row = new ArrayList<>(List.of(portrait.prior()));
      Figure.all().forEach(figure -> row.add(figure.of(portrait)));
      rows.add(row);
    }
    List<String> ideal = new ArrayList<>(List.of("ideal, or real images"));
    Figure.all().forEach(figure -> ideal.add(figure.ideal(analysis.portraits())));
    rows.add(ideal);
    return rows;
  }

  /** A row for each kind of outliers, with the areas of all priors. */
  public static List<List<String>> outliers(Analysis analysis) {
    List<List<String>> rows = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of("AUROC AGAINST", "COUNT"));
    analysis.portraits().forEach(portrait -> headings.add(portrait.prior()));
    rows.add(headings);
    for (int i = 0; i < analysis.outliers().size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(analysis.outliers().get(i).name());
      row.add("" + analysis.portraits().get(0).trials().get(i).mean().count());
      for (Portrait portrait : analysis.portraits()) {
        row.add(String.format(Locale.ROOT, "%.3f", portrait.trials().get(i).auroc()));
      }
      rows.add(row);
    }
    return rows;
  }
}
