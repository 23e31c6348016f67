package io.imagepriors.runtime.evaluation;

import io.imagepriors.runtime.metric.Mean;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** All figures of one method against one degradation, over images and seeds. Immutable. */
public final class Scores {
  private final Map<Figure, Score> scores = new EnumMap<>(Figure.class);

  private Scores() {}

  /** Figures of the same images, of each seed. */
  static Scores of(List<Figures> seeds) {
    Figures all = Figures.mean(seeds);
    Scores scores = new Scores();
    for (Figure figure : all.kinds()) {
      scores.scores.put(figure, new Score(all.mean(figure), spread(seeds, figure)));
    }
    return scores;
  }

  /** A figure's score, if it was measured. */
  public Optional<Score> of(Figure figure) {
    return Optional.ofNullable(scores.get(figure));
  }

  /** A figure's mean, if it was measured. */
  public Optional<Mean> mean(Figure figure) {
    return of(figure).map(Score::mean);
  }

  private static OptionalDouble spread(List<Figures> seeds, Figure figure) {
    if (seeds.size() < 2) {
      return OptionalDouble.empty();
    }
    double[] means = seeds.stream().mapToDouble(each -> each.mean(figure).value()).toArray();
    return OptionalDouble.of(Mean.of(means).error() * Math.sqrt(means.length));
  }
}
