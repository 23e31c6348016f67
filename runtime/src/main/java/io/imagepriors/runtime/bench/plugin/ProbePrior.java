package io.imagepriors.runtime.bench.plugin;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;

/** The prior {@code probe-prior}: {@code E(x) = ||x - m||² / 2}, with a grey m of each flavour. */
public final class ProbePrior implements Prior {
  /** The plug-in's name. */
  public static final String NAME = "probe-prior";

  private final ProbeVersion version;

  ProbePrior(ProbeVersion version) {
    this.version = version;
  }

  @Override
  public Descriptor descriptor() {
    return version.descriptor("pulls all pixels to one grey");
  }

  @Override
  public Shape shape() {
    return Shape.grey(28, 28);
  }

  @Override
  public PriorModel bind(Shape shape, Parameters parameters) {
    return new Pull(shape, 0.3f + 0.1f * version.flavour());
  }

  private record Pull(Shape shape, float grey) implements PriorModel {
    @Override
    public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
      float[] pixels = x.pixels();
      float[] g = gradient.pixels();
      for (int i = 0; i < x.count(); i++) {
        double sum = 0;
        for (int k = x.offset(i); k < x.offset(i) + shape.size(); k++) {
          g[k] = pixels[k] - grey;
          sum += g[k] * g[k];
        }
        values[i] = sum / 2;
      }
    }
  }
}
