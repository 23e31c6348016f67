package org.example.mixture;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Interval;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;

/**
 * A mixture of Gaussians, one for each digit, as a prior: {@code E(x) = -log(p(x) / p_0) / scale}.
 * The mixture is read when it is first needed. Closing drops it; models that exist go on to work
 * until then, and say that they are withdrawn afterwards.
 */
public final class MixturePrior implements Prior {
  /** The prior's name. */
  static final String NAME = "gaussian-mixture";

  private static final Parameter<Double> SCALE =
      Parameter.real(
          "scale",
          75,
          Interval.openClosed(0, 1e6),
          "nats per unit of energy; with 1, temperature 1 is the density itself");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(NAME, "ten Gaussians, one for each digit, fitted in closed form")
          .with(SCALE)
          .withFact("data", "MNIST train images 10000 to 59999 and their labels")
          .withFact("method", "mean and covariance (rank 40 and diagonal) of each class");

  private Mixture mixture;
  private boolean closed;

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Shape shape() {
    return Shape.grey(28, 28);
  }

  @Override
  public PriorModel bind(Shape shape, Parameters parameters) {
    double scale = parameters.get(SCALE);
    if (!shape.equals(shape())) {
      throw InvalidInputException.of(
          "images for prior '" + NAME + "'", "have shape " + shape(), shape);
    }
    mixture();
    return new MixtureModel(shape, this::mixture, scale);
  }

  @Override
  public synchronized void close() {
    closed = true;
    mixture = null;
  }

  /** The mixture, which a running evaluation keeps even when the prior is closed. */
  private synchronized Mixture mixture() {
    if (closed) {
      throw WithdrawnException.of(NAME);
    }
    if (mixture == null) {
      mixture = MixtureFile.resource();
    }
    return mixture;
  }
}
