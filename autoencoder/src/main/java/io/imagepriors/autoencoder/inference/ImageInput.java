package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the shape of images from a graph's declaration of its input. */
final class ImageInput {
  private ImageInput() {}

  /**
   * The shape behind {@code [N, C, H, W]}.
   *
   * @throws FileException if the declaration has another form
   */
  static Shape shape(Path path, ValueInfoProto input) {
    TypeProto.Tensor type = input.getType().getTensorType();
    List<Dimension> sides = type.getShape().getDimList();
    if (sides.size() != 4 || sides.stream().skip(1).anyMatch(side -> !side.hasDimValue())) {
      throw wrong(path, input, sides);
    }
    try {
      return new Shape(side(sides.get(1)), side(sides.get(2)), side(sides.get(3)));
    } catch (InvalidInputException e) {
      throw wrong(path, input, sides);
    }
  }

  private static int side(Dimension dimension) {
    return (int) Math.max(0, Math.min(dimension.getDimValue(), Integer.MAX_VALUE));
  }

  private static FileException wrong(Path path, ValueInfoProto input, List<Dimension> sides) {
    String found =
        sides.stream()
            .map(side -> side.hasDimValue() ? Long.toString(side.getDimValue()) : "?")
            .collect(Collectors.joining(", ", "[", "]"));
    return FileException.unusable(
        path,
        "input '"
            + input.getName()
            + "' to be [N, C, H, W] of at most "
            + Shape.MAX_SIZE
            + " values",
        found);
  }
}
