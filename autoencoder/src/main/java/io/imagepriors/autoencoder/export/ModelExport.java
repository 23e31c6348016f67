package io.imagepriors.autoencoder.export;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.PriorModel;
import io.imagepriors.autoencoder.calibration.Measurement;
import io.imagepriors.autoencoder.file.AtomicFile;
import io.imagepriors.autoencoder.inference.ModelFormat;
import io.imagepriors.autoencoder.inference.OnnxCalibrator;
import io.imagepriors.autoencoder.inference.OnnxPrior;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Weights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a trained auto-encoder as one ONNX file (see {@link ModelFormat}), with the gradients that
 * restoration needs written as forward operators. The same input gives the same bytes.
 */
public final class ModelExport {
  private ModelExport() {}

  /**
   * Writes the model file, or nothing at all. Before it appears, it is opened by ONNX Runtime and
   * everything it computes is compared with the reference and with finite differences.
   *
   * @param network the layers
   * @param weights exactly the weights of {@code network}
   * @param metadata what the file shall say of itself, by plain names, in order: {@code name} (the
   *     plug-in's name, needed), {@code summary} (half a line), {@code seed}, {@code data}, {@code
   *     licence}, ... Keys are stored with the prefix {@code imagepriors.}; {@code format}, {@code
   *     shape}, {@code dimension} and {@code functions} are added here
   * @param reference the same auto-encoder computed in another way, with its latent space
   * @param file replaced in one step if it exists
   * @throws InvalidInputException if weights or metadata do not fit, or if the model disagrees with
   *     the reference or with finite differences
   * @throws FileException if the file can't be written
   */
  public static void write(
      Autoencoder network,
      Weights weights,
      Map<String, String> metadata,
      PriorModel reference,
      Path file) {
    byte[] bytes = checked(network, weights, metadata, reference, file);
    AtomicFile.write(file, stream -> stream.write(bytes));
  }

  /**
   * The same, and calibrates the model.
   *
   * @param heldOut images of the class that were not learned; where they are {@linkplain
   *     Measurement#isPossible too few}, the file has no calibration
   */
  public static void write(
      Autoencoder network,
      Weights weights,
      Map<String, String> metadata,
      PriorModel reference,
      LabelledImages heldOut,
      Path file) {
    byte[] bytes = checked(network, weights, metadata, reference, file);
    byte[] whole =
        Measurement.isPossible(heldOut) ? OnnxCalibrator.calibrated(file, bytes, heldOut) : bytes;
    AtomicFile.write(file, stream -> stream.write(whole));
  }

  private static byte[] checked(
      Autoencoder network,
      Weights weights,
      Map<String, String> metadata,
      PriorModel reference,
      Path file) {
    weights.requireFitting(network.weightDims());
    byte[] bytes = bytes(network, weights, metadata);
    try (OnnxPrior prior = OnnxPrior.of(file, bytes)) {
      prior.load();
      PriorModel model = prior.bind(network.shape(), prior.descriptor().defaults());
      new ModelCheck(model, reference).require();
    }
    return bytes;
  }

  static byte[] bytes(Autoencoder network, Weights weights, Map<String, String> metadata) {
    return ModelBytes.of(new ModelGraphs(network, weights).model(), contract(network), metadata);
  }

  private static Map<String, String> contract(Autoencoder network) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(ModelFormat.SHAPE_KEY, network.shape().toString());
    entries.put(ModelFormat.DIMENSION_KEY, Integer.toString(network.dimension()));
    entries.put(
        ModelFormat.FUNCTIONS_KEY,
        String.join(",", ModelFormat.ENCODE, ModelFormat.DECODE, ModelFormat.DECODE_VJP));
    return entries;
  }
}
