package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;

/**
 * A model file of one kind that reads nothing before it is needed: its header for the description,
 * the rest for the first evaluation. Thread-safe.
 */
final class OnnxFile implements AutoCloseable {
  private final ModelSource source;
  private final String kind;
  private ModelHeader header;
  private Descriptor descriptor;
  private LoadedModel model;
  private boolean closed;

  /**
   * @param kind what the file has to hold, as {@link ModelFormat#KIND_KEY} says it
   */
  OnnxFile(ModelSource source, String kind) {
    this.source = source;
    this.kind = kind;
  }

  synchronized Descriptor descriptor() {
    if (descriptor == null) {
      descriptor = header().descriptor();
    }
    return descriptor;
  }

  /**
   * What the file says of itself.
   *
   * @throws FileException if it can't be read or holds something of another kind
   */
  synchronized ModelHeader header() {
    if (header == null) {
      ModelHeader found = HeaderReader.read(source);
      if (!found.kind().equals(kind)) {
        throw FileException.unusable(source.path(), "a " + kind, "a " + found.kind());
      }
      header = found;
    }
    return header;
  }

  /**
   * Requires images of the shape that the model takes.
   *
   * @throws InvalidInputException if the shape is another
   */
  void requireShape(Shape shape) {
    if (!shape.equals(header().shape())) {
      throw InvalidInputException.of(
          "images for the " + kind + " '" + descriptor().name() + "'",
          "have shape " + header().shape(),
          shape);
    }
  }

  /**
   * The one owner of the sessions.
   *
   * @throws WithdrawnException if this has been closed
   */
  synchronized LoadedModel open() {
    if (closed) {
      throw WithdrawnException.of(descriptor().name());
    }
    if (model == null) {
      model = new LoadedModel(source, header());
    }
    return model;
  }

  /**
   * Opens all sessions now and evaluates each once.
   *
   * @throws FileException if the file breaks the format's contract
   */
  void load() {
    new Probe(source.path(), open(), header()).run();
  }

  /** Waits for running evaluations, then frees all. */
  @Override
  public void close() {
    LoadedModel loaded;
    synchronized (this) {
      closed = true;
      loaded = model;
    }
    if (loaded != null) {
      loaded.close();
    }
  }

  @Override
  public String toString() {
    return kind + " " + source.path();
  }
}
