package io.imagepriors.experiments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Codes whose coordinates are uniform, one by one, and which yet leave most of the cube empty: what
 * the usual measures say of them, and whether the discrepancy that trains the uniform prior sees
 * them in one batch and in larger ones.
 */
public final class MarginalsMislead {
  private static final int CODES = 4000;
  private static final int DIMENSION = 12;
  private static final int[] BATCHES = {250, 1000};
  private static final int REPEATS = 40;

  private MarginalsMislead() {}

  /**
   * Runs the experiment.
   *
   * @param arguments not used: it draws no figure
   */
  public static void main(String[] arguments) {
    System.out.printf(
        "%,d codes of dimension %d. MMD² in units of its deviation under uniform codes: mean over %d%n"
            + "batches of the size given.%n%n",
        CODES, DIMENSION, REPEATS);
    System.out.println(
        "| codes | KS | largest correlation | holes, % | MMD², 250 codes | MMD², 1000 codes |");
    System.out.println("|---|---|---|---|---|---|");
    for (CodeLaw law : CodeLaw.values()) {
      print(law);
    }
  }

  private static void print(CodeLaw law) {
    Random random = new Random(1);
    double[][] codes = law.draw(CODES, DIMENSION, random);
    double[][] points = CodeLaw.UNIFORM.draw(CODES, DIMENSION, random);
    double[][] uniform = CodeLaw.UNIFORM.draw(CODES, DIMENSION, random);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.3f | %.2f | %.1f | %.1f | %.1f |%n",
        law.title(),
        Uniformity.kolmogorovSmirnov(codes),
        Uniformity.largestCorrelation(codes),
        100 * Uniformity.holes(codes, points, uniform),
        signal(law, BATCHES[0], REPEATS, random),
        signal(law, BATCHES[1], REPEATS, random));
  }

  /** The mean discrepancy of batches over the deviation that it has for uniform codes. */
  static double signal(CodeLaw law, int batch, int repeats, RandomGenerator random) {
    Spread found = discrepancies(law, batch, repeats, random);
    Spread none = discrepancies(CodeLaw.UNIFORM, batch, repeats, random);
    return found.mean() / none.deviation();
  }

  private static Spread discrepancies(CodeLaw law, int batch, int repeats, RandomGenerator random) {
    double[] values = new double[repeats];
    for (int i = 0; i < repeats; i++) {
      double[][] codes = law.draw(batch, DIMENSION, random);
      double[][] uniform = CodeLaw.UNIFORM.draw(batch, DIMENSION, random);
      values[i] = Uniformity.discrepancy(codes, uniform);
    }
    return Spread.of(Arrays.stream(values).boxed().toList(), Double::doubleValue);
  }
}
