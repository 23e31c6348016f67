package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A named kind of damage: noise, missing pixels, blur, ... */
@ConsumerType
public interface Degradation extends Plugin {

  /**
   * Prepares the degradation for clean images of one shape.
   *
   * @param clean the shape of the images before the damage
   * @param parameters made from this plug-in's {@link #descriptor()}
   * @return an immutable model of the damage
   * @throws InvalidInputException if the shape or a parameter does not fit
   */
  ForwardModel bind(Shape clean, Parameters parameters);
}
