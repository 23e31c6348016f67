package io.imagepriors.conformance;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Shapes that a plug-in was not made for: it serves them, or refuses them when it is bound.
 *
 * @param <M> what binding gives
 */
final class ShapeCheck<M> {
  private final Shape known;
  private final Function<Shape, M> binding;
  private final BiConsumer<M, Shape> use;

  /**
   * @param known the shape that it is tried with otherwise
   * @param binding binds it to a shape
   * @param use requires that what was bound serves that shape
   */
  ShapeCheck(Shape known, Function<Shape, M> binding, BiConsumer<M, Shape> use) {
    this.known = known;
    this.binding = binding;
    this.use = use;
  }

  Check check() {
    return new Check(
        "other-shapes", "serves a shape of images or refuses it when bound", this::otherShapes);
  }

  private void otherShapes() {
    Stream.concat(WrongShapes.of(known).stream(), Stream.of(Shape.grey(1, 1))).forEach(this::bind);
  }

  private void bind(Shape other) {
    M bound;
    try {
      bound = binding.apply(other);
    } catch (InvalidInputException e) {
      return;
    } catch (RuntimeException e) {
      throw new Violation(
          "meets images of "
              + other
              + " not with InvalidInputException but "
              + Violation.describe(e),
          e);
    }
    use.accept(bound, other);
  }
}
