package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A named prior over images. */
@ConsumerType
public interface Prior extends Plugin {

  /**
   * The shape of the images this prior was made for; for a prior that takes any shape, a typical
   * one.
   */
  Shape shape();

  /**
   * Prepares the prior for images of one shape.
   *
   * @param shape the images' shape
   * @param parameters made from this plug-in's {@link #descriptor()}
   * @return an immutable model; it need not be closed
   * @throws InvalidInputException if the prior can't serve that shape or a parameter is out of
   *     range
   * @throws WithdrawnException if this plug-in has been closed
   */
  PriorModel bind(Shape shape, Parameters parameters);
}
