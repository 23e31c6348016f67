package io.imagepriors.runtime.evaluation;

import io.imagepriors.runtime.metric.Mean;
import java.util.Optional;

/**
 * What one prior, degradation and restorer did; all means over images and seeds, PSNR in dB.
 *
 * @param prior the prior's label; empty for a restorer that needs none
 * @param degradation the degradation's label
 * @param restorer the restorer's label
 * @param input figures of what a user has without any prior: the degraded image itself, or the
 *     degradation's first estimate where that has another shape than the clean image
 * @param restored figures of the restored images
 * @param seconds time to restore one image: a batch's time over its images, while as many batches
 *     as the plan has threads were restored at once
 */
public record Row(
    Optional<String> prior,
    String degradation,
    String restorer,
    Scores input,
    Scores restored,
    double seconds) {

  /** Restorer and prior in a few words: {@code hybrid, naive}. */
  public String method() {
    return Method.label(restorer, prior);
  }

  /** The number of images. */
  public int count() {
    return after().count();
  }

  /** PSNR of the input. */
  public Mean before() {
    return input.mean(Figure.PSNR).orElseThrow();
  }

  /** PSNR of the restored images. */
  public Mean after() {
    return restored.mean(Figure.PSNR).orElseThrow();
  }

  /** PSNR of the missing pixels of the input; for masks only. */
  public Optional<Mean> missingBefore() {
    return input.mean(Figure.MISSING);
  }

  /** PSNR of the missing pixels of the restored images; for masks only. */
  public Optional<Mean> missingAfter() {
    return restored.mean(Figure.MISSING);
  }

  /** What the row is judged by: the missing pixels where there are some, else all. */
  public Mean judged() {
    return missingAfter().orElseGet(this::after);
  }
}
