package io.imagepriors.runtime.report;

import io.imagepriors.runtime.oneclass.OneClassResults;
import io.imagepriors.runtime.oneclass.OneClassResults.ClassResult;
import io.imagepriors.runtime.oneclass.OneClassResults.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A one-class evaluation as comma-separated values: a line per class and seed. */
public final class OneClassCsv {
  private static final List<String> NAMES =
      List.of(
          "class",
          "seed",
          "trained",
          "members",
          "others",
          "auroc",
          "energyAuroc",
          "seconds",
          "model");

  private OneClassCsv() {}

  /** The text, ending with a line end. */
  public static String of(OneClassResults results) {
    Csv csv = Csv.of(NAMES);
    for (ClassResult one : results.classes()) {
      for (int s = 0; s < results.seeds().size(); s++) {
        csv.line(line(one, results.seeds().get(s), one.trials().get(s)));
      }
    }
    return csv.toString();
  }

  private static Map<String, Object> line(ClassResult one, long seed, Trial trial) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("class", one.label());
    line.put("seed", seed);
    line.put("trained", one.trained());
    line.put("members", one.members());
    line.put("others", one.others());
    line.put("auroc", OneClassJson.rounded(trial.auroc()));
    line.put("energyAuroc", OneClassJson.rounded(trial.energyAuroc()));
    line.put("seconds", RowFields.rounded(trial.seconds()));
    line.put("model", trial.model());
    return line;
  }
}
