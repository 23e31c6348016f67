package io.imagepriors.conformance;

import io.imagepriors.api.Shape;
import java.util.List;
import java.util.stream.Stream;

/** Shapes that differ from one shape by a side, by a channel, or by nothing but the arrangement. */
final class WrongShapes {
  private WrongShapes() {}

  static List<Shape> of(Shape shape) {
    return Stream.of(
            new Shape(shape.channels(), shape.height() + 1, shape.width()),
            new Shape(shape.channels(), shape.height(), shape.width() + 1),
            new Shape(shape.channels() + 1, shape.height(), shape.width()),
            new Shape(1, 1, shape.size()),
            new Shape(1, shape.size(), 1))
        .filter(other -> !other.equals(shape))
        .toList();
  }
}
