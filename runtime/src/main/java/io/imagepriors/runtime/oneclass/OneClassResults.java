package io.imagepriors.runtime.oneclass;

import io.imagepriors.runtime.metric.Mean;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a one-class evaluation found.
 *
 * @param classes one per class, in the plan's order
 * @param seeds of training, in the order of each class's areas
 */
public record OneClassResults(List<ClassResult> classes, List<Long> seeds) {
  /** What images are judged by, in a line for tables and files. */
  public static final String SCORE = NoveltyScore.FORMULA;

  /**
   * What one class's models found.
   *
   * @param label the class
   * @param trained how many training images there were
   * @param members how many test images are of the class
   * @param others how many are not
   * @param trials one per seed
   */
  public record ClassResult(int label, int trained, int members, int others, List<Trial> trials) {

    /** Copies the list. */
    public ClassResult {
      trials = List.copyOf(trials);
    }

    /** The mean area over the seeds. */
    public double auroc() {
      return trials.stream().mapToDouble(Trial::auroc).average().orElseThrow();
    }

    /** The same with the plain energy as the score. */
    public double energyAuroc() {
      return trials.stream().mapToDouble(Trial::energyAuroc).average().orElseThrow();
    }

    /** The deviation of the area over the seeds; empty for one seed. */
    public OptionalDouble spread() {
      return deviation(trials.stream().mapToDouble(Trial::auroc).toArray());
    }
  }

  /**
   * What one model found.
   *
   * @param auroc the area under the curve of the {@link NoveltyScore}
   * @param energyAuroc of the energy alone
   * @param seconds that training took, of all runs that it went on in this one; 0 if the model was
   *     there
   * @param model its file's name
   */
  public record Trial(double auroc, double energyAuroc, double seconds, String model) {}

  /** Copies the lists. */
  public OneClassResults {
    classes = List.copyOf(classes);
    seeds = List.copyOf(seeds);
  }

  /** The mean over classes and seeds. */
  public double auroc() {
    return classes.stream().mapToDouble(ClassResult::auroc).average().orElseThrow();
  }

  /** The same with the plain energy as the score. */
  public double energyAuroc() {
    return classes.stream().mapToDouble(ClassResult::energyAuroc).average().orElseThrow();
  }

  /** The deviation over the seeds of the mean over classes; empty for one seed. */
  public OptionalDouble seedSpread() {
    double[] means = new double[seeds.size()];
    for (int s = 0; s < means.length; s++) {
      int seed = s;
      means[s] =
          classes.stream().mapToDouble(c -> c.trials().get(seed).auroc()).average().orElseThrow();
    }
    return deviation(means);
  }

  /** The deviation over the classes of their mean areas; empty for one class. */
  public OptionalDouble classSpread() {
    return deviation(classes.stream().mapToDouble(ClassResult::auroc).toArray());
  }

  private static OptionalDouble deviation(double[] values) {
    return values.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(Mean.of(values).deviation());
  }
}
