package io.imagepriors.api;

import java.util.concurrent.atomic.AtomicReference;

/**
 * A stack that stays between calls, so that a loop of them allocates nothing. Who takes it has it
 * alone until it is given back; calls that overlap, or need another count, get a new one.
 * Thread-safe.
 */
final class SpareStack {
  private final Shape shape;
  private final AtomicReference<ImageStack> idle = new AtomicReference<>();

  SpareStack(Shape shape) {
    this.shape = shape;
  }

  /** A stack of so many images, of whatever content. */
  ImageStack take(int count) {
    ImageStack found = idle.getAndSet(null);
    return found != null && found.count() == count ? found : ImageStack.zeros(count, shape);
  }

  /** Keeps the stack for the next call. */
  void give(ImageStack stack) {
    idle.set(stack);
  }
}
