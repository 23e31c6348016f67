package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.util.OptionalDouble;

/**
 * The degradation {@code blur}: {@code y = k * x + sigma n}, every channel convolved with a kernel
 * {@code k} of sum 1. Takes images of any shape.
 *
 * <p>The kernel is a Gaussian of a standard deviation in pixels ({@code gaussian=1.5}, cut off at
 * four of them), the trace of a straight motion ({@code motion=7,angle=30}) or a picture ({@code
 * picture=kernel.png}, at most 99 pixels a side, its middle at row {@code height / 2} and column
 * {@code width / 2}); at most one of them, and {@code gaussian=1.5} where none is given. Beyond its
 * border the image goes on as {@code boundary} says.
 *
 * <p>Solvers start from the blurred images themselves.
 */
public final class Blur implements Degradation {
  private static final Parameter<OptionalDouble> SIGMA =
      NoiseLevel.orAuto(0.03, "the noise, in units of grey value");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("blur", "blurs by a Gaussian, a motion or a kernel picture")
          .with(
              BlurKernel.GAUSSIAN,
              BlurKernel.MOTION,
              BlurKernel.ANGLE,
              BlurKernel.PICTURE,
              BlurKernel.BOUNDARY,
              SIGMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.imagepriors.api.FileException if the kernel's picture can't be read, is too large or
   *     all black
   */
  @Override
  public ForwardModel bind(Shape clean, Parameters parameters) {
    LinearOperator operator = BlurKernel.operator(clean, parameters);
    return new LinearModel(operator, parameters.get(SIGMA), (y, x) -> x.setAll(y));
  }
}
