package io.imagepriors.autoencoder.network;

import java.util.List;

/**
 * A chain of layers.
 *
 * @param name the prefix of its weights' names: the weight of layer 0 of {@code encoder} is {@code
 *     encoder.0.weight}
 * @param layers from input to output
 */
public record Network(String name, List<Layer> layers) {

  /** Copies the layers. */
  public Network {
    layers = List.copyOf(layers);
  }
}
