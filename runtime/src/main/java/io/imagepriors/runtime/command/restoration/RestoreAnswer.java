package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Restoration;
import io.imagepriors.runtime.evaluation.Method;
import io.imagepriors.runtime.metric.Psnr;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code restore} answers, in the order of its JSON; fields that have no value are left out.
 * PSNR in dB, where the truth is known.
 */
final class RestoreAnswer {
  private final String image;
  private final String prior;
  private final String degradation;
  private final String restorer;
  private final Double sigma;
  private final Double psnrBefore;
  private final Double psnrAfter;
  private final Double psnrMissingBefore;
  private final Double psnrMissing;
  private final Double objective;
  private final long steps;
  private final double seconds;
  private final Double meanDeviation;
  private final String out;
  private final String uncertainty;

  private RestoreAnswer(
      Method method,
      String degradation,
      Subject subject,
      Restoration restoration,
      double seconds,
      Optional<Path> out) {
    ImageStack after = restoration.images();
    Optional<ImageStack> mask = subject.model().observed();
    this.image = subject.name();
    this.prior = method.prior().orElse(null);
    this.degradation = degradation;
    this.restorer = method.restorer();
    this.sigma = subject.isNoiseEstimated() ? subject.model().sigma() : null;
    this.psnrBefore = subject.clean().map(c -> Psnr.of(subject.baseline(), c, 0)).orElse(null);
    this.psnrAfter = subject.clean().map(c -> Psnr.of(after, c, 0)).orElse(null);
    this.psnrMissingBefore = missing(subject, subject.baseline(), mask);
    this.psnrMissing = missing(subject, after, mask);
    double value = restoration.objective(0);
    this.objective = Double.isFinite(value) ? value : null; // JSON has no other numbers
    this.steps = restoration.steps();
    this.seconds = seconds;
    this.meanDeviation =
        restoration.uncertainty().map(u -> mean(u.deviation().pixels())).orElse(null);
    this.out = out.map(Path::toString).orElse(null);
    this.uncertainty =
        restoration
            .uncertainty()
            .flatMap(u -> out.map(UncertaintySheet::beside))
            .map(Path::toString)
            .orElse(null);
  }

  /**
   * The answer.
   *
   * @param method the restorer with its prior
   * @param degradation its label
   */
  static RestoreAnswer of(
      Method method,
      String degradation,
      Subject subject,
      Restoration restoration,
      double seconds,
      Optional<Path> out) {
    return new RestoreAnswer(method, degradation, subject, restoration, seconds, out);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static Double missing(Subject subject, ImageStack images, Optional<ImageStack> mask) {
    return subject
        .clean()
        .flatMap(clean -> mask.map(seen -> Psnr.ofMissing(images, clean, 0, seen)))
        .orElse(null);
  }

  /** The answer for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String with = prior == null ? "" : " with " + prior;
    lines.add(image + ": " + degradation + ", restored by " + restorer + with);
    if (sigma != null) {
      lines.add(text("noise estimated: sigma %.4f", sigma));
    }
    if (psnrAfter != null) {
      lines.add(text("PSNR %.2f dB before, %.2f dB after", psnrBefore, psnrAfter));
    }
    if (psnrMissing != null) {
      lines.add(
          text("missing pixels %.2f dB before, %.2f dB after", psnrMissingBefore, psnrMissing));
    }
    String found = objective == null ? "done" : text("objective %.4g", objective);
    lines.add(text("%s after %d steps in %.2f s", found, steps, seconds));
    if (meanDeviation != null) {
      lines.add(text("standard deviation %.4f, mean over the pixels", meanDeviation));
    }
    if (out != null) {
      lines.add("written: " + out);
    }
    if (uncertainty != null) {
      lines.add("written: " + uncertainty);
    }
    return lines;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
