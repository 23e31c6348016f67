package io.imagepriors.autoencoder.inference;

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
  DECODE_VJP,
  /** A classifier's probabilities and features: the main graph. */
  CLASSIFY;

  /** The computations that are functions of the file, all of them needed for a latent space. */
  static final List<Computation> LATENT = List.of(ENCODE, DECODE, DECODE_VJP);

  /** The name of the function in the file. */
  String function() {
    return switch (this) {
      case ENERGY, ENERGY_ALONE, CLASSIFY -> "the main graph";
      case ENCODE -> ModelFormat.ENCODE;
      case DECODE -> ModelFormat.DECODE;
      case DECODE_VJP -> ModelFormat.DECODE_VJP;
    };
  }

  /** The data inputs, in order. */
  List<Port> inputs(ModelHeader header) {
    Port images = images(ModelFormat.IMAGES, header);
    return switch (this) {
      case ENERGY, ENERGY_ALONE, ENCODE, CLASSIFY -> List.of(images);
      case DECODE -> List.of(codes(header));
      case DECODE_VJP -> List.of(codes(header), images(ModelFormat.COTANGENT, header));
    };
  }

  /** The outputs, in order. */
  List<Port> outputs(ModelHeader header) {
    Port energy = new Port(ModelFormat.ENERGY, Dims.of());
    return switch (this) {
      case ENERGY -> List.of(energy, images(ModelFormat.GRADIENT, header));
      case ENERGY_ALONE -> List.of(energy);
      case ENCODE -> List.of(codes(header));
      case DECODE -> List.of(images(ModelFormat.IMAGES, header));
      case DECODE_VJP -> List.of(flat(ModelFormat.GRADIENT, header.dimension()));
      case CLASSIFY ->
          List.of(
              flat(ModelFormat.PROBABILITIES, header.classes()),
              flat(ModelFormat.FEATURES, header.features()));
    };
  }

  private static Port images(String name, ModelHeader header) {
    return new Port(name, Dims.of(header.shape()));
  }

  private static Port codes(ModelHeader header) {
    return flat(ModelFormat.CODES, header.dimension());
  }

  private static Port flat(String name, int size) {
    return new Port(name, Dims.of(size));
  }
}
