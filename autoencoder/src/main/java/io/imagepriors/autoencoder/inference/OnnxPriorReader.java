package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Calibrator;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.PriorsException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens files named {@code *.onnx} as priors. */
public final class OnnxPriorReader implements PriorReader {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("onnx", "opens ONNX files that map x to energy and gradient");

  /** A reader; it holds nothing. */
  public OnnxPriorReader() {}

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean accepts(Path file) {
    return ModelSource.isOnnx(file);
  }

  @Override
  public Prior open(Path file) {
    OnnxPrior prior = OnnxPrior.of(file);
    try {
      prior.load();
      return prior;
    } catch (PriorsException e) {
      prior.close();
      throw e;
    }
  }

  @Override
  public Optional<Calibrator> calibrator() {
    return Optional.of(new OnnxCalibrator());
  }
}
