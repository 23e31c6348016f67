package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.FileException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.net.URL;
import java.nio.file.Path;

/**
 * A classifier from a model file (see {@link ModelFormat}), computed by ONNX Runtime on the calling
 * thread; read, checked and closed as {@link OnnxPrior} is: {@link #close} waits for running
 * evaluations, later ones throw {@link WithdrawnException}. Thread-safe.
 *
 * <p>Reading anything may throw a {@link FileException} that names the file and what was expected.
 */
public final class OnnxClassifier implements Classifier {
  private final OnnxFile file;

  private OnnxClassifier(ModelSource source) {
    this.file = new OnnxFile(source, ModelFormat.CLASSIFIER_KIND);
  }

  /** The classifier in a file. */
  public static OnnxClassifier of(Path file) {
    return new OnnxClassifier(ModelSource.of(file));
  }

  /** The classifier in a resource of a jar. */
  public static OnnxClassifier of(URL resource) {
    return new OnnxClassifier(ModelSource.of(resource));
  }

  /**
   * The classifier in an array.
   *
   * @param name what errors call it, and where its name comes from if it says none
   * @param model the bytes of a model file; copied
   */
  public static OnnxClassifier of(Path name, byte[] model) {
    return new OnnxClassifier(ModelSource.of(name, model.clone()));
  }

  @Override
  public Descriptor descriptor() {
    return file.descriptor();
  }

  @Override
  public Shape shape() {
    return file.header().shape();
  }

  @Override
  public ClassifierModel bind(Shape shape, Parameters parameters) {
    file.requireShape(shape);
    return new OnnxClassifierModel(file.open(), file.header());
  }

  /**
   * Opens the session now and evaluates it once, so that whatever is wrong with the file is found
   * here.
   *
   * @throws FileException if the file breaks the format's contract
   */
  public void load() {
    file.load();
  }

  @Override
  public void close() {
    file.close();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
