package io.imagepriors.runtime.metric;

import io.imagepriors.api.InvalidInputException;
import org.hipparchus.linear.DiagonalMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * The squared Fréchet distance of two Gaussians (Dowson and Landau, "The Fréchet distance between
 * multivariate normal distributions", 1982):
 *
 * <pre>{@code ||m1 - m2||² + tr(S1) + tr(S2) - 2 tr((S1^½ S2 S1^½)^½) }</pre>
 *
 * <p>Between Gaussians fitted to features of real and of generated images it says how far one set
 * is from the other (Heusel et al., "GANs trained by a two time-scale update rule", 2017, with the
 * features of another network). Its scale is that of the features, so figures of different
 * classifiers do not compare; and it is biased upward for few images, so print the distance of two
 * sets of real images of the same size beside it. Stateless.
 */
public final class FrechetDistance {
  private FrechetDistance() {}

  /**
   * The squared distance, 0 or more.
   *
   * @throws InvalidInputException if the dimensions differ
   */
  public static double between(GaussianFit a, GaussianFit b) {
    if (a.dimension() != b.dimension()) {
      throw InvalidInputException.of(
          "Gaussians to compare", "have one dimension", a.dimension() + " and " + b.dimension());
    }
    double means = 0;
    for (int k = 0; k < a.dimension(); k++) {
      means += (a.mean(k) - b.mean(k)) * (a.mean(k) - b.mean(k));
    }
    RealMatrix root = root(a.covariance());
    RealMatrix product = root.multiply(b.covariance()).multiply(root);
    double overlap = 0;
    for (double value : decomposed(product).getEigenvalues()) {
      overlap += Math.sqrt(Math.max(0, value));
    }
    double traces = a.covariance().getTrace() + b.covariance().getTrace();
    return Math.max(0, means + traces - 2 * overlap);
  }

  /** The symmetric square root. */
  private static RealMatrix root(RealMatrix matrix) {
    EigenDecompositionSymmetric parts = decomposed(matrix);
    double[] roots = parts.getEigenvalues();
    for (int k = 0; k < roots.length; k++) {
      roots[k] = Math.sqrt(Math.max(0, roots[k])); // rounding makes zeros negative
    }
    return parts.getV().multiply(new DiagonalMatrix(roots)).multiply(parts.getVT());
  }

  /** The eigenvalues of a matrix that is symmetric up to rounding. */
  private static EigenDecompositionSymmetric decomposed(RealMatrix matrix) {
    return new EigenDecompositionSymmetric(matrix.add(matrix.transpose()).scalarMultiply(0.5));
  }
}
