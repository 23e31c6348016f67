package ${package};

import io.imagepriors.api.*;
import java.util.List;

#if ($kind == "prior")
/**
 * A prior that expects neighbouring pixels to be alike: {@code E(x) = strength ||D x||}, where
 * {@code D x} are the differences between each pixel and those right of it and below it.
 */
public final class ${className} implements Prior, PluginProvider {
  static final Parameter<Double> STRENGTH =
      Parameter.real("strength", 1, Interval.openClosed(0, 100), "what roughness costs");
  static final Descriptor DESCRIPTOR =
      Descriptor.of("${artifactId}", "expects neighbouring pixels to be alike").with(STRENGTH);

  /** Keeps the norm differentiable at images without any difference. */
  private static final double SOFTENING = 1e-3;

  @Override
  public List<Plugin> plugins() {
    return List.of(new ${className}());
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Shape shape() {
    return Shape.grey(28, 28); // any other will do
  }

  @Override
  public PriorModel bind(Shape shape, Parameters parameters) {
    double strength = parameters.get(STRENGTH);
    return new Model(
        shape,
        Energy.ofSingle(shape, (x, gradient) -> roughness(shape, strength, x, gradient)));
  }

  private static double roughness(Shape shape, double strength, float[] x, float[] gradient) {
    double squares = SOFTENING;
    for (int i = 0; i < x.length; i++) {
      if ((i + 1) % shape.width() != 0) {
        squares += pair(x, i, i + 1, gradient);
      }
      if (i / shape.width() % shape.height() + 1 < shape.height()) {
        squares += pair(x, i, i + shape.width(), gradient);
      }
    }
    double norm = Math.sqrt(squares);
    for (int i = 0; i < x.length; i++) {
      gradient[i] *= (float) (strength / norm);
    }
    return strength * norm;
  }

  private static double pair(float[] x, int i, int j, float[] gradient) {
    float difference = x[i] - x[j];
    gradient[i] += difference;
    gradient[j] -= difference;
    return (double) difference * difference;
  }

  record Model(Shape shape, Energy energy) implements PriorModel {
    @Override
    public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
      energy.valueAndGradient(x, values, gradient);
    }
  }
}
#else
/** A degradation that dims an image and adds noise: {@code y = (1 - density) x + noise}. */
public final class ${className} implements Degradation, PluginProvider {
  static final Parameter<Double> DENSITY =
      Parameter.real("density", 0.5, Interval.closedOpen(0, 1), "share of light that is lost");
  static final Parameter<Double> SIGMA =
      Parameter.real("sigma", 0.05, Interval.openClosed(0, 10), "standard deviation of the noise");
  static final Descriptor DESCRIPTOR =
      Descriptor.of("${artifactId}", "dims the image, then adds Gaussian noise")
          .with(DENSITY, SIGMA);

  @Override
  public List<Plugin> plugins() {
    return List.of(new ${className}());
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ForwardModel bind(Shape clean, Parameters parameters) {
    return new Model(clean, (float) (1 - parameters.get(DENSITY)), parameters.get(SIGMA));
  }

  record Model(Shape clean, float light, double sigma) implements ForwardModel {
    @Override
    public void apply(ImageStack x, ImageStack y) {
      x.requireShape(clean, "images");
      y.requireSameSize(x, "degraded images");
      for (int i = 0; i < y.pixels().length; i++) {
        y.pixels()[i] = light * x.pixels()[i];
      }
    }

    @Override
    public void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
      gradient.requireSameSize(x, "gradient");
      apply(cotangent, gradient); // a multiple of the identity is its own adjoint
    }
  }
}
#end
