package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Watches a long computation and can stop it. Called on the computing thread after each step, so it
 * should return quickly.
 */
@ConsumerType
@FunctionalInterface
public interface Monitor {

  /**
   * Told after each step.
   *
   * @return whether to go on; {@code false} ends the computation as {@link Outcome#CANCELLED}
   */
  boolean step(Progress progress);

  /** Reports a step, and says whether to go on: not if the monitor or an interrupt says stop. */
  default boolean proceed(Progress progress) {
    boolean wanted = step(progress);
    return wanted && !Thread.currentThread().isInterrupted();
  }

  /** A monitor that never stops anything. */
  static Monitor none() {
    return progress -> true;
  }
}
