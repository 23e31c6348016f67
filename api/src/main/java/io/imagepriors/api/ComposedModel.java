package io.imagepriors.api;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * See {@link ForwardModel#then}. Calls one after the other use the same buffers for what is between
 * the two models.
 */
final class ComposedModel implements ForwardModel {
  private final ForwardModel first;
  private final ForwardModel second;
  private final SpareStack stages;
  private final SpareStack slopes;

  ComposedModel(ForwardModel first, ForwardModel second) {
    if (!second.clean().equals(first.degraded())) {
      throw InvalidInputException.of(
          "degradation to apply next", "take images of shape " + first.degraded(), second.clean());
    }
    this.first = first;
    this.second = second;
    this.stages = new SpareStack(first.degraded());
    this.slopes = new SpareStack(first.degraded());
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
    ImageStack between = halfway(x);
    second.apply(between, y);
    stages.give(between);
  }

  @Override
  public void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
    ImageStack between = halfway(x);
    ImageStack pulled = slopes.take(x.count());
    second.adjoint(between, cotangent, pulled);
    first.adjoint(x, pulled, gradient);
    stages.give(between);
    slopes.give(pulled);
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
    ImageStack between = stages.take(x.count());
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
      ImageStack slope = slopes.take(x.count());
      ofSecond.valueAndGradient(between, values, slope);
      first.adjoint(x, slope, gradient);
      stages.give(between);
      slopes.give(slope);
    }

    @Override
    public double[] values(ImageStack x) {
      return ofSecond.values(halfway(x));
    }
  }
}
