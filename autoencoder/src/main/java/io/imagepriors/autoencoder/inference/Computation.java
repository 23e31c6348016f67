package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.Dims;
import java.util.List;

/** What a model file can compute, with the inputs and outputs of each. */
enum Computation {
  /** Energy and gradient: the main graph. */
  ENERGY,
  /** The energy alone: that part of the main graph on which it depends. */
  ENERGY_ALONE,
  ENCODE,
  DECODE,
  DECODE_VJP;

  /** The computations that are functions of the file, all of them needed for a latent space. */
  static final List<Computation> LATENT = List.of(ENCODE, DECODE, DECODE_VJP);

  /** The name of the function in the file. */
  String function() {
    return switch (this) {
      case ENERGY, ENERGY_ALONE -> "the main graph";
      case ENCODE -> ModelFormat.ENCODE;
      case DECODE -> ModelFormat.DECODE;
      case DECODE_VJP -> ModelFormat.DECODE_VJP;
    };
  }

  /** The data inputs, in order. */
  List<Port> inputs(Shape shape, int dimension) {
    Port images = new Port(ModelFormat.IMAGES, Dims.of(shape));
    return switch (this) {
      case ENERGY, ENERGY_ALONE, ENCODE -> List.of(images);
      case DECODE -> List.of(codes(dimension));
      case DECODE_VJP -> List.of(codes(dimension), new Port(ModelFormat.COTANGENT, Dims.of(shape)));
    };
  }

  /** The outputs, in order. */
  List<Port> outputs(Shape shape, int dimension) {
    Port energy = new Port(ModelFormat.ENERGY, Dims.of());
    return switch (this) {
      case ENERGY -> List.of(energy, new Port(ModelFormat.GRADIENT, Dims.of(shape)));
      case ENERGY_ALONE -> List.of(energy);
      case ENCODE -> List.of(codes(dimension));
      case DECODE -> List.of(new Port(ModelFormat.IMAGES, Dims.of(shape)));
      case DECODE_VJP -> List.of(new Port(ModelFormat.GRADIENT, Dims.of(dimension)));
    };
  }

  private static Port codes(int dimension) {
    return new Port(ModelFormat.CODES, Dims.of(dimension));
  }
}
