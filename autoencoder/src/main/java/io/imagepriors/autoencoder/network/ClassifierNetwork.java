package io.imagepriors.autoencoder.network;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network from images to features and on to one score per class; the softmax of the scores are
 * the classes' probabilities.
 *
 * @param shape the images' shape
 * @param backbone image to features, flat values
 * @param head features to scores; one {@link Layer.Linear}
 */
public record ClassifierNetwork(Shape shape, Network backbone, Network head) {
  private static final int FEATURES = 128;

  /**
   * @throws InvalidInputException if the backbone gives no flat values, the head is another layer
   *     or has fewer than two classes, or a weight is too large
   */
  public ClassifierNetwork {
    Dims features = last(backbone, Dims.of(shape));
    if (!features.isFlat()) {
      throw InvalidInputException.of(
          "network " + backbone.name(), "give flat values", features.toString());
    }
    if (head.layers().size() != 1 || !(head.layers().get(0) instanceof Layer.Linear linear)) {
      throw InvalidInputException.of(
          "network " + head.name(), "be one linear layer", head.layers());
    }
    if (linear.outputs() < 2) {
      throw InvalidInputException.of("classes of a classifier", "be at least 2", linear.outputs());
    }
    backbone.weightDims(Dims.of(shape));
    head.weightDims(features);
  }

  /**
   * Three convolutions of stride 2 (5x5 with 16 channels, 3x3 with 32 and 64) and a hidden layer of
   * 128 features, each batch-normalised and rectified. Any shape.
   *
   * @param classes at least 2
   * @throws InvalidInputException if there are fewer, or the weights would be too many
   */
  public static ClassifierNetwork convolutional(Shape shape, int classes) {
    Network backbone =
        new Network(
            "backbone",
            List.of(
                new Layer.Convolution(16, 5, 2),
                new Layer.BatchNorm(),
                new Layer.Relu(),
                new Layer.Convolution(32, 3, 2),
                new Layer.BatchNorm(),
                new Layer.Relu(),
                new Layer.Convolution(64, 3, 2),
                new Layer.BatchNorm(),
                new Layer.Relu(),
                new Layer.Linear(FEATURES),
                new Layer.BatchNorm(),
                new Layer.Relu()));
    return new ClassifierNetwork(
        shape, backbone, new Network("head", List.of(new Layer.Linear(classes))));
  }

  /** The number of classes. */
  public int classes() {
    return last(head, Dims.of(features())).size();
  }

  /** The number of features. */
  public int features() {
    return last(backbone, Dims.of(shape)).size();
  }

  /** The names and sides of all weights: the backbone's, then the head's. */
  public Map<String, Dims> weightDims() {
    Map<String, Dims> weights = new LinkedHashMap<>(backbone.weightDims(Dims.of(shape)));
    weights.putAll(head.weightDims(Dims.of(features())));
    return weights;
  }

  private static Dims last(Network network, Dims input) {
    List<Dims> sizes = network.sizes(input);
    return sizes.get(sizes.size() - 1);
  }
}
