package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.FileException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.net.URL;
import java.nio.file.Path;

/**
 * A prior from a model file (see {@link ModelFormat}), computed by ONNX Runtime on the calling
 * thread.
 *
 * <p>Nothing is read before it is needed: the descriptor needs the file's header only, the first
 * evaluation of each kind opens the session it uses. Files are checked when they are loaded; {@link
 * #load} does it at once. {@link #close} waits for running evaluations; later ones throw {@link
 * WithdrawnException}. Thread-safe.
 *
 * <p>Reading anything may throw a {@link FileException} that names the file and what was expected.
 */
public final class OnnxPrior implements Prior {
  private final OnnxFile file;

  private OnnxPrior(ModelSource source) {
    this.file = new OnnxFile(source, ModelFormat.PRIOR_KIND);
  }

  /** The prior in a file. */
  public static OnnxPrior of(Path file) {
    return new OnnxPrior(ModelSource.of(file));
  }

  /** The prior in a resource of a jar. */
  public static OnnxPrior of(URL resource) {
    return new OnnxPrior(ModelSource.of(resource));
  }

  /**
   * The prior in an array.
   *
   * @param name what errors call it, and where its name comes from if it says none
   * @param model the bytes of a model file; copied
   */
  public static OnnxPrior of(Path name, byte[] model) {
    return new OnnxPrior(ModelSource.of(name, model.clone()));
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
  public PriorModel bind(Shape shape, Parameters parameters) {
    file.requireShape(shape);
    return new OnnxModel(file.open(), file.header());
  }

  /**
   * Opens all sessions now and evaluates each once, so that whatever is wrong with the file is
   * found here.
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
