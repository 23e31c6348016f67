package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierReader;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.PriorsException;
import java.nio.file.Path;

/** Opens files named {@code *.onnx} as classifiers. */
public final class OnnxClassifierReader implements ClassifierReader {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("onnx", "opens ONNX files that map x to probabilities and features");

  /** A reader; it holds nothing. */
  public OnnxClassifierReader() {}

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean accepts(Path file) {
    return ModelSource.isOnnx(file);
  }

  @Override
  public Classifier open(Path file) {
    OnnxClassifier classifier = OnnxClassifier.of(file);
    try {
      classifier.load();
      return classifier;
    } catch (PriorsException e) {
      classifier.close();
      throw e;
    }
  }
}
