package io.imagepriors.runtime.evaluation;

import io.imagepriors.runtime.metric.Mean;
import java.util.Optional;

/**
 * What one prior, degradation and restorer did; all means over the images, PSNR in dB.
 *
 * @param prior the prior's label; empty for a restorer that needs none
 * @param degradation the degradation's label
 * @param restorer the restorer's label
 * @param before PSNR of what a user has without any prior: the degraded image itself, or the
 *     degradation's first estimate where that has another shape than the clean image
 * @param after PSNR of the restored images
 * @param missingBefore PSNR of the missing pixels before; for masks only
 * @param missingAfter PSNR of the missing pixels after; for masks only
 * @param seconds time to restore one image: a batch's time over its images, while as many batches
 *     as the plan has threads were restored at once
 */
public record Row(
    Optional<String> prior,
    String degradation,
    String restorer,
    Mean before,
    Mean after,
    Optional<Mean> missingBefore,
    Optional<Mean> missingAfter,
    double seconds) {

  /** Restorer and prior in a few words: {@code hybrid, naive}. */
  public String method() {
    return Method.label(restorer, prior);
  }

  /** The number of images. */
  public int count() {
    return after.count();
  }

  /** What the row is judged by: the missing pixels where there are some, else all. */
  public Mean judged() {
    return missingAfter.orElse(after);
  }
}
