package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.runtime.metric.Psnr;
import io.imagepriors.runtime.metric.Ssim;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Takes all figures of restored images. Thread-safe.
 *
 * @param judge finds the class of an image, where there is a classifier
 */
record Gauge(Optional<Judge> judge) {

  /** Figures of images that came from a degradation, in the order of its clean ones. */
  Figures measure(ImageStack images, Degraded degraded) {
    ImageStack truth = degraded.clean();
    Map<Figure, double[]> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.PSNR, each(images, i -> Psnr.of(images, truth, i)));
    degraded
        .model()
        .observed()
        .ifPresent(
            seen ->
                figures.put(
                    Figure.MISSING, each(images, i -> Psnr.ofMissing(images, truth, i, seen))));
    if (Ssim.fits(truth.shape())) {
      figures.put(Figure.SSIM, each(images, i -> Ssim.of(images, truth, i)));
    }
    judge.ifPresent(classifier -> figures.put(Figure.ACCURACY, classifier.right(images)));
    return Figures.of(figures);
  }

  private static double[] each(ImageStack images, IntToDoubleFunction figure) {
    return IntStream.range(0, images.count()).mapToDouble(figure).toArray();
  }
}
