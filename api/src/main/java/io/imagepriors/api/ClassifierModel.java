package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A classifier bound to a shape: for each image the probability {@code p(c|x)} of every class
 * {@code c}, and the features from which it is computed, the activations of the penultimate layer.
 * Distances between images are often taken between their features.
 *
 * <p>Immutable, thread-safe, and deterministic: the same images give the same bits. Each image's
 * numbers depend on that image alone, so a stack gives what its images give one by one (up to the
 * last bits of float32, where a library sums in another order). Arrays belong to the caller, hold
 * one row per image, and are overwritten from their start; they may be longer.
 */
@ConsumerType
public interface ClassifierModel {

  /** The shape of the images this model takes. */
  Shape shape();

  /** The number of classes, at least 2. Class {@code c} is the label {@code c}, from 0. */
  int classes();

  /** The number of features of an image, at least 1. */
  int features();

  /**
   * Writes class probabilities and features of every image of the stack in one pass.
   *
   * @param x images of {@link #shape()}, any finite values; only read
   * @param probabilities {@code p(c|x_i)} at place {@code i * classes() + c}, each in [0, 1], of
   *     sum 1 per image up to rounding; at least {@code x.count() * classes()} long
   * @param features feature {@code f} of image {@code i} at place {@code i * features() + f}; at
   *     least {@code x.count() * features()} long
   * @throws InvalidInputException if a size does not fit; nothing has been written then
   * @throws WithdrawnException if the plug-in behind this model has been removed
   */
  void classify(ImageStack x, float[] probabilities, float[] features);

  /**
   * The class probabilities alone. The default computes features too and drops them.
   *
   * @param x images of {@link #shape()}; only read
   * @return a new array of {@code x.count() * classes()} probabilities, ordered as {@link
   *     #classify} does
   */
  default float[] probabilities(ImageStack x) {
    float[] probabilities = new float[Math.multiplyExact(x.count(), classes())];
    classify(x, probabilities, new float[Math.multiplyExact(x.count(), features())]);
    return probabilities;
  }

  /**
   * The features alone. The default computes probabilities too and drops them.
   *
   * @param x images of {@link #shape()}; only read
   * @return a new array of {@code x.count() * features()} values, ordered as {@link #classify} does
   */
  default float[] features(ImageStack x) {
    float[] features = new float[Math.multiplyExact(x.count(), features())];
    classify(x, new float[Math.multiplyExact(x.count(), classes())], features);
    return features;
  }
}
