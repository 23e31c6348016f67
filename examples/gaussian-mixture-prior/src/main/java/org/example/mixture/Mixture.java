package org.example.mixture;

import java.util.Arrays;
import java.util.List;

/**
 * {@code p(x) = sum_c w_c N(x; m_c, S_c)}. Immutable.
 *
 * <p>What is computed is {@code -log(p(x) / p_0)} with {@code p_0 = sum_c w_c N(m_c; m_c, S_c)}:
 * the constant makes it at least 0, since no component is larger than at its mean.
 */
final class Mixture {
  /** A component this unlikely changes no float of the gradient. */
  private static final double NEGLIGIBLE = 1e-12;

  private final List<Component> components;
  private final int rank;
  private final double logPeak;

  /**
   * A mixture.
   *
   * @param rank the number of columns of each component
   */
  Mixture(List<Component> components, int rank) {
    this.components = List.copyOf(components);
    this.rank = rank;
    this.logPeak = logSum(components.stream().mapToDouble(Component::logPeak).toArray());
  }

  /**
   * Gives the negative logarithm at one image, over {@code scale}, and adds its gradient {@code
   * sum_c r_c S_c^-1 (x - m_c)} with the responsibilities {@code r_c = w_c N_c(x) / p(x)}.
   *
   * @param at where the image starts in {@code pixels}, and its gradient in {@code gradient}
   */
  double energy(float[] pixels, int at, double scale, float[] gradient) {
    int count = components.size();
    double[] logs = new double[count];
    float[][] products = new float[count][rank];
    for (int c = 0; c < count; c++) {
      Component component = components.get(c);
      logs[c] = component.logPeak() - component.distance(pixels, at, products[c]);
    }
    double log = logSum(logs);
    for (int c = 0; c < count; c++) {
      double responsibility = Math.exp(logs[c] - log);
      if (responsibility > NEGLIGIBLE) {
        float factor = (float) (responsibility / scale);
        components.get(c).addGradient(pixels, at, products[c], factor, gradient);
      }
    }
    return (logPeak - log) / scale;
  }

  private static double logSum(double[] logs) {
    double largest = Arrays.stream(logs).max().orElseThrow();
    return largest + Math.log(Arrays.stream(logs).map(v -> Math.exp(v - largest)).sum());
  }
}
