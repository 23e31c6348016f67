package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The clean images and what one degradation made of them; shared by all priors and restorers. Read
 * only, so any number of threads may use it.
 *
 * @param label the degradation's label
 * @param model the degradation, bound to the images' shape
 * @param clean the truth
 * @param degraded of the same count and of the model's degraded shape
 * @param baseline what a user has without any prior, of the clean shape: the degraded images
 *     themselves, or the model's first estimate where shapes differ
 */
public record Degraded(
    String label, ForwardModel model, ImageStack clean, ImageStack degraded, ImageStack baseline) {

  /**
   * Simulates a degradation.
   *
   * @param degradation what to do to the images
   * @param clean the images; kept, not copied
   * @param seed of the noise; image {@code i} of the stack draws from its own generator, so that it
   *     gets the same noise whatever is simulated with it
   */
  public static Degraded simulate(Candidate<Degradation> degradation, ImageStack clean, long seed) {
    return simulate(degradation, clean, 0, seed);
  }

  /**
   * Simulates a degradation on images of which the first has the index {@code first} in its split:
   * image 7 gets the same noise alone as among others.
   */
  public static Degraded simulate(
      Candidate<Degradation> degradation, ImageStack clean, int first, long seed) {
    ForwardModel model = degradation.plugin().bind(clean.shape(), degradation.parameters());
    ImageStack degraded = ImageStack.zeros(clean.count(), model.degraded());
    for (int i = 0; i < clean.count(); i++) {
      degraded.set(i, model.sample(clean.image(i), noise(seed, first + i)), 0);
    }
    return new Degraded(degradation.label(), model, clean, degraded, baseline(model, degraded));
  }

  /** What a user has without any prior, in the shape of the clean images. */
  public static ImageStack baseline(ForwardModel model, ImageStack degraded) {
    return model.degraded().equals(model.clean()) ? degraded : model.firstEstimate(degraded);
  }

  /**
   * The generator of one image's noise. The seed is scrambled before the index is added, or seed
   * 1's image 0 would have the noise of seed 0's image 1.
   */
  private static RandomGenerator noise(long seed, int index) {
    return new SplittableRandom(new SplittableRandom(seed).nextLong() + index);
  }
}
