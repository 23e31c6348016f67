package io.imagepriors.autoencoder.network;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.Layer.BatchNorm;
import io.imagepriors.autoencoder.network.Layer.Convolution;
import io.imagepriors.autoencoder.network.Layer.Linear;
import io.imagepriors.autoencoder.network.Layer.Relu;
import io.imagepriors.autoencoder.network.Layer.Reshape;
import io.imagepriors.autoencoder.network.Layer.Sigmoid;
import io.imagepriors.autoencoder.network.Layer.Upsample;
import java.util.List;

/**
 * The networks that can be chosen by name. Hidden layers are batch-normalised, the code and the
 * image are not.
 */
public enum Architecture {
  /**
   * Two 3x3 convolutions of stride 2 with 16 and 32 channels, a hidden layer of 256, the code; the
   * decoder mirrors it, with upsampling in place of stride. Sides must be divisible by 4.
   */
  CONV {
    @Override
    public Autoencoder create(Shape shape, int dimension) {
      if (shape.height() % 4 != 0 || shape.width() % 4 != 0) {
        throw InvalidInputException.of(
            "image shape for the architecture conv",
            "have sides divisible by 4 (architecture mlp takes any)",
            shape);
      }
      return new Autoencoder(shape, dimension, convEncoder(dimension), convDecoder(shape));
    }
  },

  /** Fully connected: image, 512, 256, code, and back. Any shape. */
  MLP {
    @Override
    public Autoencoder create(Shape shape, int dimension) {
      return new Autoencoder(shape, dimension, mlpEncoder(dimension), mlpDecoder(shape));
    }
  };

  /**
   * The network for images of a shape and codes of a dimension.
   *
   * @throws InvalidInputException if this architecture can't take that shape, or the weights would
   *     be too many
   */
  public abstract Autoencoder create(Shape shape, int dimension);

  private static Network convEncoder(int dimension) {
    return new Network(
        "encoder",
        List.of(
            new Convolution(16, 3, 2),
            new BatchNorm(),
            new Relu(),
            new Convolution(32, 3, 2),
            new BatchNorm(),
            new Relu(),
            new Linear(256),
            new BatchNorm(),
            new Relu(),
            new Linear(dimension),
            new Sigmoid()));
  }

  private static Network convDecoder(Shape shape) {
    int height = shape.height() / 4;
    int width = shape.width() / 4;
    return new Network(
        "decoder",
        List.of(
            new Linear(256),
            new BatchNorm(),
            new Relu(),
            new Linear(32 * height * width),
            new BatchNorm(),
            new Relu(),
            new Reshape(32, height, width),
            new Upsample(),
            new Convolution(16, 3, 1),
            new BatchNorm(),
            new Relu(),
            new Upsample(),
            new Convolution(shape.channels(), 3, 1),
            new Sigmoid()));
  }

  private static Network mlpEncoder(int dimension) {
    return new Network(
        "encoder",
        List.of(
            new Linear(512),
            new BatchNorm(),
            new Relu(),
            new Linear(256),
            new BatchNorm(),
            new Relu(),
            new Linear(dimension),
            new Sigmoid()));
  }

  private static Network mlpDecoder(Shape shape) {
    return new Network(
        "decoder",
        List.of(
            new Linear(256),
            new BatchNorm(),
            new Relu(),
            new Linear(512),
            new BatchNorm(),
            new Relu(),
            new Linear(shape.size()),
            new Reshape(shape.channels(), shape.height(), shape.width()),
            new Sigmoid()));
  }
}
