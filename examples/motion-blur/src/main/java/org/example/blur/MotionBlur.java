package org.example.blur;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;

/** The camera moved along a straight line while the shutter was open. */
public final class MotionBlur implements Degradation {
  private static final Parameter<Double> LENGTH =
      Parameter.real("length", 7, Interval.closed(1, 99), "how far it moved, in pixels");
  private static final Parameter<Double> ANGLE =
      Parameter.real(
          "angle", 0, Interval.closed(-180, 180), "in degrees; 0 is to the right, 90 upwards");
  private static final Parameter<Double> SIGMA =
      Parameter.real("sigma", 0.03, Interval.openClosed(0, 10), "standard deviation of the noise");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("motion-blur", "blurs along a line, then adds Gaussian noise")
          .with(LENGTH, ANGLE, SIGMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ForwardModel bind(Shape clean, Parameters parameters) {
    return new MotionBlurModel(
        clean,
        Kernel.line(parameters.get(LENGTH), Math.toRadians(parameters.get(ANGLE))),
        parameters.get(SIGMA));
  }
}
