package io.imagepriors.autoencoder.network;

/** One layer of a network. Sizes of inputs follow from the layers before it. */
public sealed interface Layer {

  /** A matrix and a bias, over the flattened input. */
  record Linear(int outputs) implements Layer {}

  /**
   * A two-dimensional convolution with bias and a square kernel, zero-padded by {@code kernel / 2},
   * so that an even side is divided by {@code stride}.
   */
  record Convolution(int channels, int kernel, int stride) implements Layer {}

  /** Batch normalisation per channel (after a convolution) or per value (after a linear layer). */
  record BatchNorm() implements Layer {}

  /** {@code max(0, x)}. */
  record Relu() implements Layer {}

  /** {@code 1 / (1 + exp(-x))}. */
  record Sigmoid() implements Layer {}

  /** Every pixel becomes a 2x2 block: nearest-neighbour upsampling. */
  record Upsample() implements Layer {}

  /** Flat values become an image of channels, height and width. */
  record Reshape(int channels, int height, int width) implements Layer {}
}
