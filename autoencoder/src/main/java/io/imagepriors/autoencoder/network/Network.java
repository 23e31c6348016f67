package io.imagepriors.autoencoder.network;

import io.imagepriors.api.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chain of layers.
 *
 * @param name the prefix of its weights' names: the weight of layer 0 of {@code encoder} is {@code
 *     encoder.0.weight}
 * @param layers from input to output
 */
public record Network(String name, List<Layer> layers) {

  /**
   * Copies the layers.
   *
   * @throws InvalidInputException if a {@link Layer.BatchNorm} follows neither a {@link
   *     Layer.Linear} nor a {@link Layer.Convolution}
   */
  public Network {
    layers = List.copyOf(layers);
    Layer before = null;
    for (Layer layer : layers) {
      if (layer instanceof Layer.BatchNorm
          && !(before instanceof Layer.Linear || before instanceof Layer.Convolution)) {
        throw InvalidInputException.of(
            "batch normalisation in " + name, "follow a linear layer or a convolution", before);
      }
      before = layer;
    }
  }

  /**
   * The sides of what flows through the chain, without the batch: entry {@code i} goes into layer
   * {@code i}, the last one comes out.
   *
   * @throws InvalidInputException if a layer can't take what the one before it gives
   */
  public List<Dims> sizes(Dims input) {
    List<Dims> sizes = new ArrayList<>();
    sizes.add(input);
    for (Layer layer : layers) {
      input = layer.output(input);
      sizes.add(input);
    }
    return List.copyOf(sizes);
  }

  /** The full names and sides of all weights, in the order of the layers. */
  public Map<String, Dims> weightDims(Dims input) {
    List<Dims> sizes = sizes(input);
    Map<String, Dims> weights = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      int index = i;
      layers
          .get(i)
          .weights(sizes.get(i))
          .forEach((weight, dims) -> weights.put(weightName(index, weight), dims));
    }
    return weights;
  }

  /** The full name of a layer's weight, for example {@code encoder.0.weight}. */
  public String weightName(int layer, String weight) {
    return name + '.' + layer + '.' + weight;
  }
}
