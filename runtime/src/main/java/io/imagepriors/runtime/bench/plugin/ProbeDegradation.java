package io.imagepriors.runtime.bench.plugin;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;

/** The degradation {@code probe-degradation}: {@code A(x) = c x}, with a c of each flavour. */
public final class ProbeDegradation implements Degradation {
  /** The plug-in's name. */
  public static final String NAME = "probe-degradation";

  private final ProbeVersion version;

  ProbeDegradation(ProbeVersion version) {
    this.version = version;
  }

  @Override
  public Descriptor descriptor() {
    return version.descriptor("darkens all pixels alike");
  }

  @Override
  public ForwardModel bind(Shape clean, Parameters parameters) {
    return new Darkening(clean, 0.9f - 0.1f * version.flavour());
  }

  private record Darkening(Shape clean, float kept) implements ForwardModel {
    @Override
    public double sigma() {
      return 0.2;
    }

    @Override
    public void apply(ImageStack x, ImageStack y) {
      scale(x, y);
    }

    @Override
    public void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
      scale(cotangent, gradient);
    }

    private void scale(ImageStack from, ImageStack to) {
      for (int k = 0; k < from.pixels().length; k++) {
        to.pixels()[k] = kept * from.pixels()[k];
      }
    }
  }
}
