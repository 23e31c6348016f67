package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A named classifier of images: it says which class an image belongs to and how sure it is. Nothing
 * is restored with it; it judges images that priors and restorers give.
 */
@ConsumerType
public interface Classifier extends Plugin {

  /**
   * The shape of the images this classifier was made for; for a classifier that takes any shape, a
   * typical one.
   */
  Shape shape();

  /**
   * Prepares the classifier for images of one shape.
   *
   * @param shape the images' shape
   * @param parameters made from this plug-in's {@link #descriptor()}
   * @return an immutable model; it need not be closed
   * @throws InvalidInputException if the classifier can't serve that shape or a parameter is out of
   *     range
   * @throws WithdrawnException if this plug-in has been closed
   */
  ClassifierModel bind(Shape shape, Parameters parameters);
}
