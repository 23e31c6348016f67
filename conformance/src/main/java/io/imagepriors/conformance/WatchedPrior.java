package io.imagepriors.conformance;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.EnergyQuantiles;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Shape;
import java.util.Optional;

/** A prior that does as another does, and tells of each use before it. */
final class WatchedPrior implements PriorModel {
  private final PriorModel inner;
  private final Runnable before;

  WatchedPrior(PriorModel inner, Runnable before) {
    this.inner = inner;
    this.before = before;
  }

  /** The same energy, without a latent space. */
  static PriorModel withoutLatentSpace(PriorModel inner) {
    PriorModel watched = new WatchedPrior(inner, () -> {});
    return new PriorModel() {
      @Override
      public Shape shape() {
        return watched.shape();
      }

      @Override
      public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
        watched.valueAndGradient(x, values, gradient);
      }
    };
  }

  @Override
  public Shape shape() {
    return inner.shape();
  }

  @Override
  public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
    before.run();
    inner.valueAndGradient(x, values, gradient);
  }

  @Override
  public double[] values(ImageStack x) {
    before.run();
    return inner.values(x);
  }

  @Override
  public Optional<LatentSpace> latentSpace() {
    return inner.latentSpace().map(WatchedSpace::new);
  }

  @Override
  public Optional<ResidualLaw> residualLaw() {
    return inner.residualLaw();
  }

  @Override
  public Optional<EnergyQuantiles> energyQuantiles() {
    return inner.energyQuantiles();
  }

  private final class WatchedSpace implements LatentSpace {
    private final LatentSpace space;

    WatchedSpace(LatentSpace space) {
      this.space = space;
    }

    @Override
    public int dimension() {
      return space.dimension();
    }

    @Override
    public Shape shape() {
      return space.shape();
    }

    @Override
    public void encode(ImageStack images, CodeStack codes) {
      before.run();
      space.encode(images, codes);
    }

    @Override
    public void decode(CodeStack codes, ImageStack images) {
      before.run();
      space.decode(codes, images);
    }

    @Override
    public void decodeVjp(CodeStack codes, ImageStack cotangent, CodeStack gradient) {
      before.run();
      space.decodeVjp(codes, cotangent, gradient);
    }

    @Override
    public void valueAndGradient(
        Energy energy,
        CodeStack codes,
        double[] values,
        CodeStack gradient,
        ImageStack decoded,
        ImageStack cotangent) {
      before.run();
      space.valueAndGradient(energy, codes, values, gradient, decoded, cotangent);
    }
  }
}
