package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.metric.Mean;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was measured of some images, image by image. Immutable. */
public final class Figures {
  private final Map<Figure, double[]> values;

  private Figures(Map<Figure, double[]> values) {
    this.values = values;
  }

  /**
   * Figures of some images; the arrays are copied.
   *
   * @throws InvalidInputException if there is no {@link Figure#PSNR}, or lengths differ
   */
  static Figures of(Map<Figure, double[]> values) {
    Map<Figure, double[]> copy = new EnumMap<>(Figure.class);
    values.forEach((figure, each) -> copy.put(figure, each.clone()));
    if (!copy.containsKey(Figure.PSNR)
        || copy.values().stream().mapToInt(each -> each.length).distinct().count() != 1) {
      throw InvalidInputException.of(
          "figures", "have a PSNR for each image and as many of all else", copy.keySet());
    }
    return new Figures(copy);
  }

  /**
   * The mean, image by image, over several measurements of the same images; of the figures that all
   * of them have.
   */
  static Figures mean(List<Figures> measurements) {
    Map<Figure, double[]> means = new EnumMap<>(Figure.class);
    for (Figure figure : measurements.get(0).kinds()) {
      if (measurements.stream().allMatch(each -> each.kinds().contains(figure))) {
        double[] mean = new double[measurements.get(0).count()];
        for (Figures each : measurements) {
          for (int i = 0; i < mean.length; i++) {
            mean[i] += each.values.get(figure)[i] / measurements.size();
          }
        }
        means.put(figure, mean);
      }
    }
    return of(means);
  }

  /** What was measured; always with {@link Figure#PSNR}. */
  public Set<Figure> kinds() {
    return Set.copyOf(values.keySet());
  }

  /** The number of images. */
  public int count() {
    return values.get(Figure.PSNR).length;
  }

  /** A copy of a figure's values, one per image. */
  public double[] values(Figure figure) {
    return values.get(figure).clone();
  }

  /** A figure's mean over the images. */
  public Mean mean(Figure figure) {
    return Mean.of(values.get(figure));
  }

  /** What images are judged by: their missing pixels where there are some, else all. */
  public Figure judged() {
    return values.containsKey(Figure.MISSING) ? Figure.MISSING : Figure.PSNR;
  }
}
