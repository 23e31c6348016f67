package io.imagepriors.api;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How a clean image {@code x} becomes the degraded {@code y}: {@code y = A(x) + sigma n} with white
 * Gaussian noise {@code n}. Immutable and thread-safe; stacks belong to the caller.
 *
 * <p>The operator {@code A} is linear for every degradation of this product; the interface only
 * asks that it be differentiable.
 */
@ConsumerType
public interface ForwardModel {

  /** The shape of the clean images. */
  Shape clean();

  /** The shape of the degraded images. */
  default Shape degraded() {
    return clean();
  }

  /**
   * The standard deviation of the noise, in units of grey value; above 0.
   *
   * @throws InvalidInputException if it is to be found in a degraded image first: {@link #fittedTo}
   */
  double sigma();

  /**
   * Writes {@code A(x)}, without noise.
   *
   * @param x clean images; only read
   * @param y overwritten; of the same count and of shape {@link #degraded()}
   */
  void apply(ImageStack x, ImageStack y);

  /**
   * The vector-Jacobian product of {@code A}: writes {@code J_A(x)ᵀ cotangent}. For a linear
   * operator this is the adjoint {@code Aᵀ cotangent}, whatever {@code x}.
   *
   * @param x where the Jacobian is taken; of shape {@link #clean()}; only read
   * @param cotangent of the same count and of shape {@link #degraded()}; only read
   * @param gradient overwritten; of the count and shape of {@code x}, and not {@code x} itself
   */
  void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient);

  /**
   * Simulates the degradation: {@code A(x)} plus noise. Values are not clipped, since clipped noise
   * would not be Gaussian.
   *
   * @param x clean images; only read
   * @param random the source of noise, drawn from in the order of the values
   * @return a new stack of shape {@link #degraded()}
   */
  default ImageStack sample(ImageStack x, RandomGenerator random) {
    ImageStack y = ImageStack.zeros(x.count(), degraded());
    apply(x, y);
    float[] pixels = y.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] += (float) (sigma() * random.nextGaussian());
    }
    return y;
  }

  /**
   * The negative logarithm of the likelihood of the clean image, up to a constant: {@code ||A(x) -
   * y||² / (2 sigma²)}.
   *
   * @param y the degraded images. The energy takes stacks of the same count, image {@code i}
   *     against {@code y_i}; a {@code y} of one image is compared with every image of a stack
   */
  default Energy likelihood(ImageStack y) {
    return new GaussianLikelihood(this, y);
  }

  /**
   * For degradations that keep some pixels and lose others: 1 where the clean pixel was seen, 0
   * where it is missing, as a stack of one image of shape {@link #clean()}. Empty where that notion
   * has no meaning.
   */
  default Optional<ImageStack> observed() {
    return Optional.empty();
  }

  /**
   * This model, with what it does not know found in degraded images: the noise level, where that
   * was left open ({@code sigma=auto}). One level for all images of the stack, so give images of
   * one origin, or one at a time. A model that knows all gives itself, which is the default.
   *
   * @param y degraded images; only read
   * @return a model whose {@link #sigma()} is known
   * @throws InvalidInputException if the images don't tell
   * @since 1.3
   */
  default ForwardModel fittedTo(ImageStack y) {
    return this;
  }

  /**
   * Which values of a degraded image were measured: 1 for a measurement, noise included, 0 for a
   * value that means nothing and has no influence on the {@link #likelihood}; as a stack of one
   * image of shape {@link #degraded()}. Empty where all were measured. The default is {@link
   * #observed()} where that has the degraded shape: there, pixels keep their places.
   *
   * @since 1.2
   */
  default Optional<ImageStack> measured() {
    return observed().filter(seen -> seen.shape().equals(degraded()));
  }

  /**
   * A first rough estimate of the clean images, for solvers to start from. The default is {@code
   * J_A(0)ᵀ y}, moved into [0, 1].
   *
   * @param y degraded images; only read
   * @return a new stack of shape {@link #clean()}, values in [0, 1]
   */
  default ImageStack firstEstimate(ImageStack y) {
    ImageStack x = ImageStack.zeros(y.count(), clean());
    adjoint(x.like(), y, x);
    x.clamp();
    return x;
  }

  /**
   * This degradation and then another: {@code A = A_next ∘ A_this}. The noise is that of {@code
   * next} alone, {@code y = A_next(A_this(x)) + sigma_next n}: what this model does comes before
   * any noise, and its own {@link #sigma()} plays no part. So {@code blur.then(mask)} is a blurred
   * image of which some pixels are seen, each with the mask's noise.
   *
   * <ul>
   *   <li>{@link #adjoint}, {@link #sample} and {@link #likelihood} are those of {@code next} after
   *       {@code A_this}, by the chain rule; what {@code next} ignores in {@code y} stays ignored.
   *   <li>{@link #firstEstimate} undoes {@code next}, then this.
   *   <li>{@link #observed()} is present where both models have it: the pixels that both keep. A
   *       pixel of a blurred image is no pixel of the clean one.
   *   <li>{@link #measured()} is that of {@code next}.
   * </ul>
   *
   * @param next what happens afterwards; takes images of this model's {@link #degraded()} shape
   * @return a model from {@code this.clean()} to {@code next.degraded()}
   * @throws InvalidInputException if the shapes do not fit
   * @since 1.1
   */
  default ForwardModel then(ForwardModel next) {
    return new ComposedModel(this, next);
  }
}
