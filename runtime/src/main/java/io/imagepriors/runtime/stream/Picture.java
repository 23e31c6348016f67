package io.imagepriors.runtime.stream;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.Optional;

/** A picture that has been found and not decoded yet. */
public interface Picture {

  /** Its path below the source's folder, parts separated by {@code /}, or its number. */
  String name();

  /** The path of its result below a folder of results, parts separated by {@code /}. */
  String resultName();

  /** Its place in the visit of its source, from 0. */
  long index();

  /**
   * Decodes it. Called once, during the visit.
   *
   * @param needed the shape it must have; empty for its own
   * @return a stack of one image
   * @throws InvalidInputException if it is broken or has another size
   */
  ImageStack read(Optional<Shape> needed);
}
