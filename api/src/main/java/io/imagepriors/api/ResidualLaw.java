package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * How far images of the class lie from what a prior's decoder makes of their codes: {@code x = d +
 * r}, {@code r ~ N(0, S)}, with a covariance {@code S = V F Fᵀ V} that follows the decoded image
 * {@code d}. {@code V} is diagonal and holds a standard deviation for each value; {@code F} makes
 * correlated values of white noise, the same for every image, and its rows have length 1, so that
 * the deviations are those of {@code r}. Whatever {@code F}, {@code S} is a covariance.
 *
 * <p>Thread-safe and deterministic; stacks belong to the caller. Each image's result depends on
 * that image alone.
 *
 * @since 1.3
 */
@ConsumerType
public interface ResidualLaw {

  /** The shape of the images. */
  Shape shape();

  /**
   * Writes the standard deviation of every value around decoded images.
   *
   * @param decoded images of {@link #shape()}, any finite values; only read
   * @param deviations overwritten; of the count and shape of {@code decoded}, and not that stack
   *     itself; ends up above 0 and finite
   */
  void deviations(ImageStack decoded, ImageStack deviations);

  /** The shape of the white noise that {@code F} takes; by default that of the images. */
  default Shape white() {
    return shape();
  }

  /**
   * Writes {@code F w}: of white noise, residuals of deviation 1. By default {@code F} is the
   * identity, for values that are independent.
   *
   * @param white of shape {@link #white()}; only read
   * @param residuals overwritten; of the same count and of {@link #shape()}
   */
  default void correlate(ImageStack white, ImageStack residuals) {
    residuals.setAll(white);
  }

  /**
   * Writes the adjoint {@code Fᵀ r}.
   *
   * @param residuals of {@link #shape()}; only read
   * @param white overwritten; of the same count and of shape {@link #white()}
   */
  default void correlateAdjoint(ImageStack residuals, ImageStack white) {
    white.setAll(residuals);
  }
}
