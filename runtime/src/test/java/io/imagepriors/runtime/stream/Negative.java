package io.imagepriors.runtime.stream;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Progress;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Shape;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Turns black into white, and remembers how large its batches were. */
final class Negative implements Treatment {
  final List<Integer> batches = new CopyOnWriteArrayList<>();
  private final Optional<Shape> needed;
  private final Consumer<ImageStack> before;

  Negative(Optional<Shape> needed) {
    this(needed, images -> {});
  }

  /** Does something first with each batch, such as throwing. */
  Negative(Optional<Shape> needed, Consumer<ImageStack> before) {
    this.needed = needed;
    this.before = before;
  }

  /** Refuses every stack in which some image has that grey level. */
  static Negative refusing(int level) {
    return new Negative(
        Optional.empty(),
        images -> {
          for (float pixel : images.pixels()) {
            if (Math.round(255 * pixel) == level) {
              throw InvalidInputException.of("grey level", "be another", level);
            }
          }
        });
  }

  @Override
  public Optional<Shape> needed() {
    return needed;
  }

  @Override
  public Restoration treat(ImageStack images, Monitor monitor) {
    before.accept(images);
    batches.add(images.count());
    boolean goOn = monitor.proceed(new Progress("negative", 1, 1, 0, 0));
    ImageStack result = images.copy();
    for (int k = 0; k < result.pixels().length; k++) {
      result.pixels()[k] = 1 - result.pixels()[k];
    }
    Outcome outcome = goOn ? Outcome.COMPLETED : Outcome.CANCELLED;
    return Restoration.of(result, outcome, new double[images.count()], 1);
  }
}
