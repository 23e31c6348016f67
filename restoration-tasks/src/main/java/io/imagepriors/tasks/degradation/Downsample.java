package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * The degradation {@code downsample}, which super-resolution undoes: {@code y = S F x + sigma n}
 * has {@code f} times fewer rows and columns, {@code f = factor}. Along each direction the degraded
 * pixel {@code i} is the mean of the clean pixels around {@code c_i = f i + (f - 1) / 2}, pixel
 * {@code j} weighted by {@code w(j - c_i)} with {@code filter}
 *
 * <ul>
 *   <li>{@code box}: {@code w = 1} for the {@code f} pixels of the block;
 *   <li>{@code bicubic}: {@code w(d) = k(d / f)}, {@code k} the kernel of cubic convolution;
 *   <li>{@code gaussian}: {@code w(d) = exp(-2 d² / f²)}.
 * </ul>
 *
 * <p>Beyond its border the image goes on in a mirror. Both sides must be multiples of the factor.
 * Solvers start from the degraded image, enlarged by cubic convolution.
 */
public final class Downsample implements Degradation {
  private static final Parameter<Integer> FACTOR =
      Parameter.integer("factor", 2, 1, 16, "how many times fewer rows and columns");
  private static final Parameter<Antialias> FILTER =
      Parameter.choice("filter", Antialias.BOX, "what takes the mean of clean pixels");
  private static final Parameter<OptionalDouble> SIGMA =
      NoiseLevel.orAuto(0.03, "the noise, in units of grey value");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("downsample", "keeps fewer rows and columns, for super-resolution")
          .with(FACTOR, FILTER, SIGMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ForwardModel bind(Shape clean, Parameters parameters) {
    int factor = parameters.get(FACTOR);
    if (clean.height() % factor != 0 || clean.width() % factor != 0) {
      throw InvalidInputException.of(
          "images to downsample", "have sides that are multiples of " + factor, clean);
    }
    Profile profile = parameters.get(FILTER).profile(factor);
    IntToDoubleFunction centre = i -> factor * i + (factor - 1) / 2.0;
    LinearOperator operator =
        new SeparableOperator(
            clean,
            shrink(clean.height(), factor, centre, profile),
            shrink(clean.width(), factor, centre, profile));
    LinearOperator enlargement = enlargement(operator.range(), factor);
    return new LinearModel(operator, parameters.get(SIGMA), enlargement::apply);
  }

  private static LineMatrix shrink(
      int side, int factor, IntToDoubleFunction centre, Profile profile) {
    return LineSampling.matrix(side, side / factor, centre, profile, Boundary.REFLECT);
  }

  private static LinearOperator enlargement(Shape small, int factor) {
    return new SeparableOperator(
        small, enlarge(small.height(), factor), enlarge(small.width(), factor));
  }

  private static LineMatrix enlarge(int side, int factor) {
    IntToDoubleFunction centre = j -> (j + 0.5) / factor - 0.5;
    return LineSampling.matrix(side, side * factor, centre, Profile.cubic(1), Boundary.REPLICATE);
  }
}
