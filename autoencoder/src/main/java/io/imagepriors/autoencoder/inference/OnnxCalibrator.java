package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Calibrator;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.autoencoder.calibration.CalibrationTexts;
import io.imagepriors.autoencoder.calibration.Measurement;
import io.imagepriors.autoencoder.data.ChosenImages;
import io.imagepriors.autoencoder.data.Division;
import io.imagepriors.autoencoder.data.Fingerprint;
import io.imagepriors.autoencoder.data.Seeds;
import io.imagepriors.autoencoder.file.AtomicFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calibrates ONNX files: measures their prior and writes their metadata anew. */
public final class OnnxCalibrator implements Calibrator {
  private static final String DATA_DIGEST = ModelFormat.PREFIX + "data.sha256";
  private static final String HELD_OUT_SHARE = ModelFormat.PREFIX + "parameter.held-out";
  private static final String SEED = ModelFormat.PREFIX + "seed";

  /** A calibrator; it holds nothing. */
  public OnnxCalibrator() {}

  @Override
  public TrainedPrior calibrate(Path model, LabelledImages images, Path output, Monitor monitor) {
    byte[] bytes = ModelSource.of(model).readAll();
    ModelHeader header = HeaderReader.read(ModelSource.of(model, bytes));
    LabelledImages unseen = unseen(images, header);
    Optional<Map<String, String>> texts = measure(model, bytes, unseen, monitor);
    texts.ifPresent(
        found -> {
          byte[] calibrated = MetadataEdit.withCalibration(model, bytes, found);
          AtomicFile.write(output, stream -> stream.write(calibrated));
        });
    return new TrainedPrior(
        output,
        texts.isPresent() ? Outcome.COMPLETED : Outcome.CANCELLED,
        texts.map(OnnxCalibrator::forPeople).orElseGet(Map::of));
  }

  /**
   * A model's bytes with the calibration that images give: the last step of a training.
   *
   * @param images that were held back
   */
  public static byte[] calibrated(Path name, byte[] model, LabelledImages images) {
    return measure(name, model, images, Monitor.none())
        .map(texts -> MetadataEdit.withCalibration(name, model, texts))
        .orElse(model); // only an interrupt stops it
  }

  private static Optional<Map<String, String>> measure(
      Path name, byte[] bytes, LabelledImages images, Monitor monitor) {
    try (OnnxPrior prior = OnnxPrior.of(name, bytes)) {
      PriorModel model = prior.bind(prior.shape(), prior.descriptor().defaults());
      return Measurement.of(model, images, monitor);
    }
  }

  private static Map<String, String> forPeople(Map<String, String> texts) {
    Map<String, String> facts = new LinkedHashMap<>(texts);
    facts.keySet().removeIf(CalibrationTexts::isForPrograms);
    return facts;
  }

  /** Of the very images that the model was trained on, those that were held back; else all. */
  private static LabelledImages unseen(LabelledImages images, ModelHeader header) {
    Map<String, String> metadata = header.metadata();
    String digest = metadata.get(DATA_DIGEST);
    if (digest == null || !digest.equals(Fingerprint.of(images, (pixels, i) -> {}))) {
      return images;
    }
    double share = Double.parseDouble(metadata.getOrDefault(HELD_OUT_SHARE, "0"));
    Seeds seeds = new Seeds(Long.parseLong(metadata.getOrDefault(SEED, "0")));
    int[] heldOut = Division.of(images, share, seeds).heldOut();
    return new ChosenImages(images, heldOut, images.origin() + ", held back from training");
  }
}
