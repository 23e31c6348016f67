package io.imagepriors.api;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** See {@link ForwardModel#then}. */
final class ComposedModel implements ForwardModel {
  private final ForwardModel first;
  private final ForwardModel second;

  ComposedModel(ForwardModel first, ForwardModel second) {
    if (!second.clean().equals(first.degraded())) {
      throw InvalidInputException.of(
          "degradation to apply next", "take images of shape " + first.degraded(), second.clean());
    }
    this.first = first;
    this.second = second;
  }

  @Override
  public Shape clean() {
    return first.clean();
  }

  @Override
  public Shape degraded() {
    return second.degraded();
  }

  @Override
  public double sigma() {
    return second.sigma();
  }

  @Override
  public ForwardModel fittedTo(ImageStack y) {
    return new ComposedModel(first, second.fittedTo(y));
  }

  @Override
  public void apply(ImageStack x, ImageStack y) {
    second.apply(halfway(x), y);
  }

  @Override
  public void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
    ImageStack between = halfway(x);
    ImageStack pulled = between.like();
    second.adjoint(between, cotangent, pulled);
    first.adjoint(x, pulled, gradient);
  }

  @Override
  public ImageStack sample(ImageStack x, RandomGenerator random) {
    return second.sample(halfway(x), random);
  }

  @Override
  public Energy likelihood(ImageStack y) {
    return new Likelihood(second.likelihood(y));
  }

  @Override
  public Optional<ImageStack> observed() {
    Optional<ImageStack> kept = first.observed();
    Optional<ImageStack> keptNext = second.observed();
    if (kept.isEmpty() || keptNext.isEmpty() || !keptNext.get().shape().equals(clean())) {
      return Optional.empty();
    }
    ImageStack both = kept.get().copy();
    for (int k = 0; k < both.pixels().length; k++) {
      both.pixels()[k] *= keptNext.get().pixels()[k];
    }
    return Optional.of(both);
  }

  @Override
  public Optional<ImageStack> measured() {
    return second.measured();
  }

  @Override
  public ImageStack firstEstimate(ImageStack y) {
    return first.firstEstimate(second.firstEstimate(y));
  }

  /** What the second model takes: the clean images after the first. */
  private ImageStack halfway(ImageStack x) {
    ImageStack between = ImageStack.zeros(x.count(), first.degraded());
    first.apply(x, between);
    return between;
  }

  /** The second model's likelihood at {@code A_first(x)}. */
  private final class Likelihood implements Energy {
    private final Energy ofSecond;

    Likelihood(Energy ofSecond) {
      this.ofSecond = ofSecond;
    }

    @Override
    public Shape shape() {
      return clean();
    }

    @Override
    public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
      gradient.requireSameSize(x, "gradient");
      ImageStack between = halfway(x);
      ImageStack slope = between.like();
      ofSecond.valueAndGradient(between, values, slope);
      first.adjoint(x, slope, gradient);
    }

    @Override
    public double[] values(ImageStack x) {
      return ofSecond.values(halfway(x));
    }
  }
}
