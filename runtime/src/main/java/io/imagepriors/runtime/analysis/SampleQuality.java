package io.imagepriors.runtime.analysis;

import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.metric.Confidence;
import io.imagepriors.runtime.metric.FrechetDistance;
import io.imagepriors.runtime.metric.GaussianFit;
import io.imagepriors.runtime.metric.Mean;
import java.util.stream.IntStream;

/**
 * How much samples look like real images to a classifier: its confidence, and the Fréchet distance
 * of its features from those of real images, each beside the same of real images alone.
 *
 * @param samples how many there are
 * @param confidence of the samples
 * @param distance of the samples from all real images
 * @param realConfidence of the real images
 * @param realDistance of the real images at even places from those at odd places
 */
public record SampleQuality(
    int samples, Mean confidence, double distance, Mean realConfidence, double realDistance) {

  /** The form in {@code --json}. */
  public record Figures(
      double confidence,
      double frechetDistance,
      int realImages,
      double realConfidence,
      double realFrechetDistance) {}

  /**
   * Measures samples.
   *
   * @param real images of the samples' shape
   * @throws InvalidInputException if there are fewer than two samples or four real images
   */
  public static SampleQuality of(ClassifierModel model, ImageStack samples, ImageStack real) {
    real.requireShape(samples.shape(), "real images");
    if (samples.count() < 2 || real.count() < 4) {
      throw InvalidInputException.of(
          "images to compare",
          "be 2 samples and 4 real ones at least",
          samples.count() + " and " + real.count());
    }
    return new SampleQuality(
        samples.count(),
        Confidence.mean(model.probabilities(samples), model.classes()),
        FrechetDistance.between(fit(model, samples), fit(model, real)),
        Confidence.mean(model.probabilities(real), model.classes()),
        FrechetDistance.between(fit(model, half(real, 0)), fit(model, half(real, 1))));
  }

  private static GaussianFit fit(ClassifierModel model, ImageStack images) {
    return GaussianFit.of(model.features(images), model.features());
  }

  /** Every second image: datasets may be ordered by class. */
  private static ImageStack half(ImageStack images, int first) {
    return images.gather(IntStream.range(0, images.count()).filter(i -> i % 2 == first).toArray());
  }

  /** The figures alone. */
  public Figures figures() {
    return new Figures(
        confidence.value(), distance, realConfidence.count(), realConfidence.value(), realDistance);
  }
}
