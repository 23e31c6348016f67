package io.imagepriors.autoencoder.network;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An encoder from images to the cube [0, 1]^dimension and a decoder back.
 *
 * @param shape the images' shape
 * @param dimension the number of coordinates of a code
 * @param encoder image to code; ends in a {@link Layer.Sigmoid}
 * @param decoder code to image; ends in a {@link Layer.Sigmoid}
 */
public record Autoencoder(Shape shape, int dimension, Network encoder, Network decoder) {

  /**
   * @throws InvalidInputException if a network does not end in a sigmoid, does not give what its
   *     place demands, or has a weight that is too large
   */
  public Autoencoder {
    require(encoder, Dims.of(shape), Dims.of(dimension));
    require(decoder, Dims.of(dimension), Dims.of(shape));
  }

  /** The names and sides of all weights: the encoder's, then the decoder's. */
  public Map<String, Dims> weightDims() {
    Map<String, Dims> weights = new LinkedHashMap<>(encoder.weightDims(Dims.of(shape)));
    weights.putAll(decoder.weightDims(Dims.of(dimension)));
    return weights;
  }

  private static void require(Network network, Dims input, Dims output) {
    List<Layer> layers = network.layers();
    if (layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof Layer.Sigmoid)) {
      throw InvalidInputException.of("network " + network.name(), "end in a sigmoid", layers);
    }
    List<Dims> sizes = network.sizes(input);
    Dims last = sizes.get(sizes.size() - 1);
    // Not by the record's equals: the JDK keeps the class whose equals it has linked last, and with
    // it the class loader of the bundle.
    if (!last.sides().equals(output.sides())) {
      throw InvalidInputException.of("network " + network.name(), "give " + output, last);
    }
    network.weightDims(input);
  }
}
