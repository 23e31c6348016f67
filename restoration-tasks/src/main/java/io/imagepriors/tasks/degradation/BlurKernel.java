package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Interval;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways to say how an image is blurred, and the operator that each gives. */
final class BlurKernel {
  static final Parameter<Optional<Double>> GAUSSIAN =
      NoneOr.real(
          "gaussian",
          Interval.openClosed(0, 100),
          "standard deviation in pixels of a Gaussian blur; 1.5 where no blur is given");
  static final Parameter<Optional<Double>> MOTION =
      NoneOr.real(
          "motion", Interval.closed(1, 99), "length in pixels of a motion along a straight line");
  static final Parameter<Double> ANGLE =
      Parameter.real(
          "angle",
          0,
          Interval.closed(-360, 360),
          "of the motion, in degrees anticlockwise from the horizontal");
  static final Parameter<Optional<Path>> PICTURE =
      Parameter.path("picture", "PNG of what a single bright pixel turns into, on black");
  static final Parameter<Boundary> BOUNDARY =
      Parameter.choice(
          "boundary",
          Boundary.REFLECT,
          "what lies beyond the image's border: its mirror image, its nearest pixel, black,"
              + " or the image again");

  private static final double DEFAULT_DEVIATION = 1.5;

  private BlurKernel() {}

  /**
   * The chosen blur.
   *
   * @throws InvalidInputException if more than one is given
   */
  static LinearOperator operator(Shape shape, Parameters parameters) {
    Optional<Double> gaussian = parameters.get(GAUSSIAN);
    Optional<Double> motion = parameters.get(MOTION);
    Optional<Path> picture = parameters.get(PICTURE);
    requireOne(gaussian, motion, picture);
    Boundary boundary = parameters.get(BOUNDARY);
    if (picture.isPresent()) {
      return new Convolution(shape, KernelPicture.read(picture.get()), boundary);
    }
    if (motion.isPresent()) {
      Kernel kernel = Kernel.motion(motion.get(), parameters.get(ANGLE));
      return new Convolution(shape, kernel, boundary);
    }
    Profile profile = Profile.gaussian(gaussian.orElse(DEFAULT_DEVIATION));
    return new SeparableOperator(
        shape,
        LineSampling.matrix(shape.height(), shape.height(), i -> i, profile, boundary),
        LineSampling.matrix(shape.width(), shape.width(), i -> i, profile, boundary));
  }

  private static void requireOne(
      Optional<Double> gaussian, Optional<Double> motion, Optional<Path> picture) {
    List<String> given = new ArrayList<>();
    gaussian.ifPresent(value -> given.add("gaussian=" + value));
    motion.ifPresent(value -> given.add("motion=" + value));
    picture.ifPresent(value -> given.add("picture=" + value));
    if (given.size() > 1) {
      throw InvalidInputException.of(
          "blur", "be given by one of gaussian, motion and picture", String.join(" and ", given));
    }
  }
}
