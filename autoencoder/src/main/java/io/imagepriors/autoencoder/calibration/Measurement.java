package io.imagepriors.autoencoder.calibration;

import io.imagepriors.api.EnergyQuantiles;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calibrates a prior's model: goes through images, always in the same batches. */
public final class Measurement {
  /** Half a percent apart. */
  private static final int STEPS = 200;

  /** Fewer images tell too little of tails and rare pixels. */
  private static final int FEWEST = 100;

  private static final int BATCH = 125;

  private final PriorModel model;
  private final LabelledImages images;
  private final Monitor monitor;
  private final int steps;
  private int step;

  private Measurement(PriorModel model, LabelledImages images, Monitor monitor) {
    this.model = model;
    this.images = images;
    this.monitor = monitor;
    this.steps = (images.count() + BATCH - 1) / BATCH;
  }

  /** Whether images are enough to measure anything. */
  public static boolean isPossible(LabelledImages images) {
    return images.count() >= FEWEST;
  }

  /**
   * What the metadata shall say: a residual law, where the model has a latent space, and the
   * energies. Empty if the monitor said stop.
   *
   * @throws InvalidInputException if the images do not fit the model, or are too few
   */
  public static Optional<Map<String, String>> of(
      PriorModel model, LabelledImages images, Monitor monitor) {
    if (!images.shape().equals(model.shape())) {
      throw InvalidInputException.of(
          "images of " + images.origin(), "have shape " + model.shape(), images.shape());
    }
    if (!isPossible(images)) {
      throw InvalidInputException.of(
          "images of " + images.origin(),
          "be at least " + FEWEST + " to calibrate a model",
          images.count());
    }
    return new Measurement(model, images, monitor).run();
  }

  private Optional<Map<String, String>> run() {
    Optional<ResidualFit> fit = model.latentSpace().map((LatentSpace s) -> new ResidualFit(s));
    double[] energies = new double[images.count()];
    boolean whole =
        forEachBatch(
            (batch, first) -> {
              System.arraycopy(model.values(batch), 0, energies, first, batch.count());
              fit.ifPresent(f -> f.add(batch));
            });
    return whole ? Optional.of(texts(fit, energies)) : Optional.empty();
  }

  private Map<String, String> texts(Optional<ResidualFit> fit, double[] energies) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(CalibrationTexts.DATA, images.origin());
    texts.put(CalibrationTexts.IMAGES, Integer.toString(images.count()));
    texts.putAll(CalibrationTexts.of(EnergyQuantiles.ofEnergies(energies, STEPS)));
    fit.ifPresent(
        f ->
            texts.putAll(CalibrationTexts.of(f.table(), ResidualFit.correlations(images.shape()))));
    return texts;
  }

  private interface Work {
    void on(ImageStack batch, int first);
  }

  private boolean forEachBatch(Work work) {
    for (int first = 0; first < images.count(); first += BATCH) {
      int end = Math.min(first + BATCH, images.count());
      work.on(images.stack(first, end), first);
      step++;
      if (!monitor.proceed(
          new Progress("calibrate", step, steps, Double.NaN, (long) BATCH * step))) {
        return step == steps;
      }
    }
    return true;
  }
}
