package io.imagepriors.autoencoder.network;

import io.imagepriors.api.Shape;

/**
 * An encoder from images to the cube [0, 1]^dimension and a decoder back.
 *
 * @param shape the images' shape
 * @param dimension the number of coordinates of a code
 * @param encoder image to code; ends in a {@link Layer.Sigmoid}
 * @param decoder code to image; ends in a {@link Layer.Sigmoid}
 */
public record Autoencoder(Shape shape, int dimension, Network encoder, Network decoder) {}
