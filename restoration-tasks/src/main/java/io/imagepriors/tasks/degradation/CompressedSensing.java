package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.util.OptionalDouble;

/**
 * The degradation {@code compressed-sensing}: of an image of {@code n} values only {@code m} random
 * projections are measured, {@code y = A x + sigma n}, and the degraded "image" is {@code 1x1xm}.
 * The entries of {@code A} are independent, standard normal or signs, over {@code sqrt(m)}; they
 * depend on the seed, the shape and {@code m} alone.
 *
 * <p>Measurements are as large as the image is long as a vector, {@code E ||A x||² = ||x||²}: a
 * digit's are about 0.7 where {@code m = n / 4}. The matrix is kept in memory, so the product of
 * {@code n} and {@code m} is bounded. Solvers start from a multiple of {@code Aᵀ y}.
 */
public final class CompressedSensing implements Degradation {
  /** 128 MiB, and as much for the transposed matrix. */
  private static final int MOST_ENTRIES = 1 << 25;

  private static final Parameter<Measurements> MEASUREMENTS =
      Parameter.of(
          "measurements",
          new Measurements(25, true),
          "be a whole number from 1 on or a share like 25%",
          Measurements::parse,
          Measurements::toString,
          "how many projections, or their share of the number of values");
  private static final Parameter<Projections> MATRIX =
      Parameter.choice("matrix", Projections.GAUSSIAN, "what the entries of the matrix are");
  private static final Parameter<Long> SEED = Parameter.seed("seed of the matrix");
  private static final Parameter<Double> SIGMA =
      NoiseLevel.parameter(0.03, "a measurement's noise");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("compressed-sensing", "measures a few random projections of the image")
          .with(MEASUREMENTS, MATRIX, SEED, SIGMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ForwardModel bind(Shape clean, Parameters parameters) {
    int measurements = parameters.get(MEASUREMENTS).of(clean.size());
    long entries = (long) measurements * clean.size();
    if (entries > MOST_ENTRIES) {
      throw InvalidInputException.of(
          "matrix of " + measurements + " measurements of images of " + clean,
          "have at most " + MOST_ENTRIES + " entries",
          entries);
    }
    RandomProjection projection =
        RandomProjection.draw(clean, measurements, parameters.get(MATRIX), parameters.get(SEED));
    return new LinearModel(
        projection, OptionalDouble.of(parameters.get(SIGMA)), projection::estimate);
  }
}
