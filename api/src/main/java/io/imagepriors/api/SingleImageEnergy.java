package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/** An energy of one image: the short way to write an {@link Energy}. */
@ConsumerType
@FunctionalInterface
public interface SingleImageEnergy {

  /**
   * Gives the energy of one image and writes its gradient. Called by several threads at once.
   *
   * @param x the image's values in the order channel, row, column; only read
   * @param gradient all zeros at the call, as long as {@code x}; filled with dE/dx
   * @return E(x)
   */
  double valueAndGradient(float[] x, float[] gradient);
}
