package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import java.util.List;

/** Reconstruction, and codes pulled to random points: an objective that needs its generator. */
final class RandomPull implements Objective {
  static final Parameter<Double> PULL =
      Parameter.real("pull", 0.1, Interval.closed(0, 10), "weight of the pull");

  static AutoencoderTrainer trainer() {
    return new AutoencoderTrainer("pull", "for tests", new RandomPull());
  }

  /** A training of a second: small batches, few epochs, codes of eight coordinates. */
  static Parameters quick(AutoencoderTrainer trainer, String... namesAndValues) {
    Parameters parameters =
        trainer
            .descriptor()
            .defaults()
            .with(AutoencoderTrainer.DIMENSION, 8)
            .with(Settings.BATCH, 16)
            .with(Settings.EPOCHS, 3)
            .with(Settings.HELD_OUT, 0.2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters = parameters.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters;
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(PULL);
  }

  @Override
  public Loss bind(Parameters parameters) {
    return new Pull(parameters.get(PULL).floatValue());
  }

  /** Apart, so that looking at the objective's methods needs no DJL. */
  private record Pull(float weight) implements Loss {
    @Override
    public NDArray of(Batch batch) {
      float[] points = new float[Math.toIntExact(batch.codes().size())];
      for (int i = 0; i < points.length; i++) {
        points[i] = batch.random().nextFloat();
      }
      NDArray targets = batch.codes().getManager().create(points, batch.codes().getShape());
      return batch.squaredError().add(batch.codes().sub(targets).square().sum().mul(weight));
    }
  }
}
