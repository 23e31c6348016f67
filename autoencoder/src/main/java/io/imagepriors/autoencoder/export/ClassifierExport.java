package io.imagepriors.autoencoder.export;

import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.autoencoder.file.AtomicFile;
import io.imagepriors.autoencoder.inference.ModelFormat;
import io.imagepriors.autoencoder.inference.OnnxClassifier;
import io.imagepriors.autoencoder.network.ClassifierNetwork;
import io.imagepriors.autoencoder.network.Weights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a trained classifier as one ONNX file (see {@link ModelFormat}). The same input gives the
 * same bytes.
 */
public final class ClassifierExport {
  private ClassifierExport() {}

  /**
   * Writes the model file, or nothing at all. Before it appears, it is opened by ONNX Runtime and
   * what it computes is compared with the reference.
   *
   * @param network the layers
   * @param weights exactly the weights of {@code network}
   * @param metadata what the file shall say of itself, by plain names, in order, as in {@link
   *     ModelExport#write}; {@code format}, {@code kind}, {@code shape}, {@code classes} and {@code
   *     features} are added here
   * @param reference the same classifier computed in another way
   * @param file replaced in one step if it exists
   * @throws InvalidInputException if weights or metadata do not fit, or if the model disagrees with
   *     the reference
   * @throws FileException if the file can't be written
   */
  public static void write(
      ClassifierNetwork network,
      Weights weights,
      Map<String, String> metadata,
      ClassifierModel reference,
      Path file) {
    weights.requireFitting(network.weightDims());
    byte[] bytes =
        ModelBytes.of(new ClassifierGraph(network, weights).model(), contract(network), metadata);
    try (OnnxClassifier classifier = OnnxClassifier.of(file, bytes)) {
      classifier.load();
      require(classifier.bind(network.shape(), classifier.descriptor().defaults()), reference);
    }
    AtomicFile.write(file, stream -> stream.write(bytes));
  }

  private static Map<String, String> contract(ClassifierNetwork network) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(ModelFormat.KIND_KEY, ModelFormat.CLASSIFIER_KIND);
    entries.put(ModelFormat.SHAPE_KEY, network.shape().toString());
    entries.put(ModelFormat.CLASSES_KEY, Integer.toString(network.classes()));
    entries.put(ModelFormat.FEATURES_KEY, Integer.toString(network.features()));
    return entries;
  }

  private static void require(ClassifierModel model, ClassifierModel reference) {
    ImageStack x = new Probes(model.shape()).images();
    float[] expected = reference.features(x);
    Agreement.require("probabilities", model.probabilities(x), reference.probabilities(x), 1);
    Agreement.require("features", model.features(x), expected, Norms.norm(expected));
  }
}
