package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.util.OptionalDouble;

/**
 * The degradation {@code gaussian-noise}: every value gets independent noise, {@code y = x + sigma
 * n}. Its likelihood is {@code ||x - y||² / (2 sigma²)}. Takes images of any shape.
 */
public final class GaussianNoise implements Degradation {
  private static final Parameter<OptionalDouble> SIGMA =
      NoiseLevel.orAuto(0.25, "the noise, in units of grey value");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("gaussian-noise", "adds white Gaussian noise to every pixel").with(SIGMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ForwardModel bind(Shape clean, Parameters parameters) {
    return new PixelwiseModel(PixelMask.showingAll(clean), parameters.get(SIGMA));
  }
}
