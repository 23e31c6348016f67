package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.EnergyQuantiles;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Shape;
import java.util.Optional;

/** The energy of a model file, and its latent space where it has one. */
final class OnnxModel implements PriorModel {
  private final LoadedModel model;
  private final Shape shape;
  private final Optional<LatentSpace> latentSpace;
  private final Optional<ResidualLaw> residualLaw;
  private final Optional<EnergyQuantiles> energyQuantiles;

  OnnxModel(LoadedModel model, ModelHeader header) {
    this.model = model;
    this.shape = header.shape();
    this.latentSpace =
        header.hasLatentSpace()
            ? Optional.of(new OnnxLatentSpace(model, shape, header.dimension()))
            : Optional.empty();
    this.residualLaw = header.hasLatentSpace() ? header.residualLaw() : Optional.empty();
    this.energyQuantiles = header.energyQuantiles();
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
    x.requireShape(shape, "images");
    gradient.requireSameSize(x, "gradient");
    if (values.length < x.count()) {
      throw InvalidInputException.of(
          "array of energies", "have a length of at least " + x.count(), values.length);
    }
    model.run(
        Computation.ENERGY,
        x.count(),
        new float[][] {x.pixels()},
        into(values),
        Evaluator.into(gradient.pixels()));
  }

  @Override
  public double[] values(ImageStack x) {
    x.requireShape(shape, "images");
    double[] values = new double[x.count()];
    model.run(Computation.ENERGY_ALONE, x.count(), new float[][] {x.pixels()}, into(values));
    return values;
  }

  @Override
  public Optional<LatentSpace> latentSpace() {
    return latentSpace;
  }

  @Override
  public Optional<ResidualLaw> residualLaw() {
    return residualLaw;
  }

  @Override
  public Optional<EnergyQuantiles> energyQuantiles() {
    return energyQuantiles;
  }

  private static Evaluator.Sink into(double[] values) {
    return (first, count, rows) -> {
      for (int i = 0; i < count; i++) {
        values[first + i] = rows.get(i);
      }
    };
  }
}
