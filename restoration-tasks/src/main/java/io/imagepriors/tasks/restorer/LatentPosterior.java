package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;

/**
 * The posterior law of codes, as a density of their logits {@code u}. Codes {@code z} are uniform
 * in the cube, so the change of variables leaves the Jacobian term {@code log z (1 - z)} of every
 * coordinate:
 *
 * <pre>{@code log p(u) = -c ||A(D(z))-y||² / (2 sigma²) + sum log z (1 - z) + const,}</pre>
 *
 * {@code c = sigma² / (spread² + sigma²)}: a misfit is as likely due to the decoder, whose error
 * has the deviation {@code spread} in the direction of a code, as to the noise ({@link Blend}).
 *
 * <p>Works on a fixed number of points at once, point {@code k} for image {@code owners[k]}. Keeps
 * its buffers.
 */
final class LatentPosterior {
  /** Small enough for a decoder to be as good as linear, large enough for float32. */
  private static final double LOGIT_STEP = 0.02;

  private final LatentSpace space;
  private final ForwardModel model;
  private final Energy likelihood;
  private final double weight;
  private final CodeStack codes;
  private final CodeStack pull;
  private final ImageStack decoded;
  private final ImageStack cotangent;
  private final double[] values;

  LatentPosterior(Problem problem, LatentSpace space, int[] owners, double weight) {
    this.space = space;
    this.model = problem.model();
    this.likelihood = model.likelihood(problem.y().gather(owners));
    this.weight = weight;
    this.codes = CodeStack.zeros(owners.length, space.dimension());
    this.pull = codes.like();
    this.decoded = ImageStack.zeros(owners.length, space.shape());
    this.cotangent = decoded.like();
    this.values = new double[owners.length];
  }

  /** The logarithm of the density at each point, up to a constant of its image; a new array. */
  double[] logDensity(double[][] logits) {
    setCodes(logits);
    space.decode(codes, decoded);
    System.arraycopy(likelihood.values(decoded), 0, values, 0, values.length);
    return logDensities(logits);
  }

  /** The same, and its gradient with respect to the logits. */
  double[] logDensity(double[][] logits, double[][] gradient) {
    setCodes(logits);
    space.valueAndGradient(likelihood, codes, values, pull, decoded, cotangent);
    int at = 0;
    for (int k = 0; k < logits.length; k++) {
      for (int j = 0; j < logits[k].length; j++, at++) {
        double z = code(logits[k][j]);
        gradient[k][j] = 1 - 2 * z - weight * pull.values()[at] * z * (1 - z);
      }
    }
    return logDensities(logits);
  }

  /** The decoded image of each point as last evaluated; live. */
  ImageStack decoded() {
    return decoded;
  }

  /**
   * The Gauss-Newton approximation of the negative Hessian at each point: {@code c JᵀJ / sigma²}
   * for the Jacobian {@code J} of {@code A(D(z))}, by differences, and {@code 2 z (1 - z)} on the
   * diagonal for the Jacobian term, or the inverse of a uniform code's variance in logits, {@code 3
   * / π²}, where that is more: far out the term is nearly straight, yet keeps codes from going on.
   */
  double[][][] curvature(double[][] logits) {
    int dimension = space.dimension();
    ImageStack[] columns = columns(logits);
    double scale = weight / (model.sigma() * model.sigma());
    double[][][] curvature = new double[logits.length][dimension][dimension];
    for (int k = 0; k < logits.length; k++) {
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j <= i; j++) {
          double product = scale * ConjugateGradients.dot(columns[i], columns[j], k);
          curvature[k][i][j] = product;
          curvature[k][j][i] = product;
        }
        double z = code(logits[k][i]);
        curvature[k][i][i] += Math.max(2 * z * (1 - z), 3 / (Math.PI * Math.PI));
      }
    }
    return curvature;
  }

  /** The derivative of {@code A(D(z))} with respect to each logit. */
  private ImageStack[] columns(double[][] logits) {
    ImageStack origin = degraded(logits);
    ImageStack[] columns = new ImageStack[space.dimension()];
    for (int j = 0; j < columns.length; j++) {
      double[][] moved = new double[logits.length][];
      for (int k = 0; k < logits.length; k++) {
        moved[k] = logits[k].clone();
        moved[k][j] += LOGIT_STEP;
      }
      columns[j] = degraded(moved);
      float[] column = columns[j].pixels();
      for (int k = 0; k < column.length; k++) {
        column[k] = (float) ((column[k] - origin.pixels()[k]) / LOGIT_STEP);
      }
    }
    return columns;
  }

  private ImageStack degraded(double[][] logits) {
    setCodes(logits);
    space.decode(codes, decoded);
    ImageStack result = ImageStack.zeros(logits.length, model.degraded());
    model.apply(decoded, result);
    return result;
  }

  private void setCodes(double[][] logits) {
    int at = 0;
    for (double[] point : logits) {
      for (double u : point) {
        codes.values()[at++] = (float) code(u);
      }
    }
  }

  private double[] logDensities(double[][] logits) {
    double[] result = new double[logits.length];
    for (int k = 0; k < logits.length; k++) {
      double sum = -weight * values[k];
      for (double u : logits[k]) {
        sum -= Math.abs(u) + 2 * Math.log1p(Math.exp(-Math.abs(u)));
      }
      result[k] = sum;
    }
    return result;
  }

  private static double code(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
