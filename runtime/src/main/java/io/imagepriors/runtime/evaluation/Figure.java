package io.imagepriors.runtime.evaluation;

/** What is measured of each image; higher is better for all. */
public enum Figure {
  /** {@link io.imagepriors.runtime.metric.Psnr} over all pixels, in dB. */
  PSNR,
  /** The same over the pixels that a mask hides; for masks only. */
  MISSING,
  /** {@link io.imagepriors.runtime.metric.Ssim}, for images that are large enough for it. */
  SSIM,
  /** 1 where the classifier finds the image's class, 0 where it does not; with a classifier. */
  ACCURACY
}
