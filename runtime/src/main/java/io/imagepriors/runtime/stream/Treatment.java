package io.imagepriors.runtime.stream;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Shape;
import java.util.Optional;

/** What is done to pictures. Thread-safe. */
public interface Treatment {

  /** The shape that every picture must have; empty if any will do. */
  Optional<Shape> needed();

  /**
   * Treats pictures of one shape. What comes out for one must not depend on the others.
   *
   * @param monitor able to stop it
   */
  Restoration treat(ImageStack images, Monitor monitor);
}
