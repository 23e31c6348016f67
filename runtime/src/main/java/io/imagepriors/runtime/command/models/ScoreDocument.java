package io.imagepriors.runtime.command.models;

import io.imagepriors.runtime.command.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code score --json} answers. */
record ScoreDocument(List<Row> images, List<Summary> summary) {

  /**
   * One image. The label is absent where it is unknown; percentiles and verdicts have no entry for
   * a prior that does not know the energies of its class.
   */
  private record Row(
      String image,
      Integer label,
      Map<String, Double> energies,
      Map<String, Double> percentiles,
      Map<String, String> verdicts) {}

  /** All images under one prior; the error is absent without a latent space. */
  private record Summary(String prior, double meanEnergy, Double reconstructionMse) {}

  static ScoreDocument of(Invocation in, Subjects subjects, List<Judged> all) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < subjects.count(); i++) {
      int index = i;
      Map<String, Double> energies = new LinkedHashMap<>();
      Map<String, Double> percentiles = new LinkedHashMap<>();
      Map<String, String> verdicts = new LinkedHashMap<>();
      for (Judged judged : all) {
        energies.put(judged.prior(), judged.scores().energy(index));
        judged.percentile(index).ifPresent(p -> percentiles.put(judged.prior(), p));
        judged.verdict(in, index).ifPresent(v -> verdicts.put(judged.prior(), v.toString()));
      }
      Integer label = subjects.label(i).isPresent() ? subjects.label(i).getAsInt() : null;
      rows.add(new Row(subjects.name(i), label, energies, percentiles, verdicts));
    }
    List<Summary> summaries =
        all.stream()
            .map(j -> new Summary(j.prior(), j.scores().meanEnergy(), j.error().orElse(null)))
            .toList();
    return new ScoreDocument(rows, summaries);
  }
}
