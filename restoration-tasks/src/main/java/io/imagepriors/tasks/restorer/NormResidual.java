package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;

/**
 * What a decoder can't express, by the posterior with the code held fixed: the convex problem
 * {@code min_x ||A(x)-y||²/(2 sigma²) + ||x-d||/T} around decoded images {@code d}. Solved by
 * proximal gradient steps {@code x <- d + (1 - s/(T ||r||))₊ r}, {@code r = x - s ∇f(x) - d},
 * {@code f} the data term and {@code s = sigma²/||A||²} (Beck and Teboulle, doi:10.1137/080716542,
 * without acceleration). For noise and for masks the first step is exact: {@code d + (1 -
 * tau/||y-d||)₊ (y-d)} over the seen pixels, {@code tau = sigma²/T}.
 */
final class NormResidual {
  private static final int STEPS = 100;

  /** A hundredth of the steps between the grey values of an 8-bit picture. */
  private static final float TOLERANCE = 4e-5f;

  private final Problem problem;
  private final double step;
  private final double threshold;

  private NormResidual(Problem problem, double step, double temperature) {
    this.problem = problem;
    this.step = step;
    this.threshold = step / temperature;
  }

  /** The problem's residual step, its size fitted to the norm of the forward model. */
  static NormResidual of(Problem problem, double temperature) {
    ForwardModel model = problem.model();
    double sigma = model.sigma();
    return new NormResidual(problem, sigma * sigma / OperatorNorm.squared(model), temperature);
  }

  /** The minimisers around the decoded images, moved into [0, 1], as a new stack. */
  ImageStack correct(ImageStack decoded) {
    ImageStack x = decoded.copy();
    ImageStack gradient = x.like();
    double[] values = new double[x.count()];
    for (int k = 0; k < STEPS; k++) {
      problem.likelihood().valueAndGradient(x, values, gradient);
      if (proximalStep(x, gradient, decoded) < TOLERANCE) {
        break;
      }
    }
    x.clamp();
    return x;
  }

  /** One step of all images; gives the largest change of a value. */
  private float proximalStep(ImageStack x, ImageStack gradient, ImageStack decoded) {
    float largest = 0f;
    for (int i = 0; i < x.count(); i++) {
      double norm = residual(x, gradient, decoded, i);
      float keep = (float) Math.max(0, 1 - threshold / norm);
      int at = x.offset(i);
      for (int k = at; k < at + x.shape().size(); k++) {
        float moved = decoded.pixels()[k] + keep * gradient.pixels()[k];
        largest = Math.max(largest, Math.abs(moved - x.pixels()[k]));
        x.pixels()[k] = moved;
      }
    }
    return largest;
  }

  /** Overwrites an image's gradient with its residual {@code r} and gives the norm. */
  private double residual(ImageStack x, ImageStack gradient, ImageStack decoded, int index) {
    int at = x.offset(index);
    double sum = 0;
    for (int k = at; k < at + x.shape().size(); k++) {
      float r = x.pixels()[k] - (float) step * gradient.pixels()[k] - decoded.pixels()[k];
      gradient.pixels()[k] = r;
      sum += (double) r * r;
    }
    return Math.sqrt(sum);
  }
}
