package io.imagepriors.tasks.degradation;

import java.util.concurrent.atomic.AtomicReference;

/**
 * An array that stays between calls, so that a loop of them allocates nothing. Who takes it has it
 * alone until it is given back; calls that overlap get a new one. Thread-safe.
 */
final class SpareArray {
  private final int length;
  private final AtomicReference<float[]> idle = new AtomicReference<>();

  SpareArray(int length) {
    this.length = length;
  }

  /** An array of whatever content. */
  float[] take() {
    float[] found = idle.getAndSet(null);
    return found == null ? new float[length] : found;
  }

  /** Keeps the array for the next call. */
  void give(float[] array) {
    idle.set(array);
  }
}
