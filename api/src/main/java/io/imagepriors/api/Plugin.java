package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something with a name that can be plugged in: a {@link Prior}, {@link Degradation}, {@link
 * Restorer}, {@link Dataset}, {@link Classifier}, {@link Trainer}, {@link PriorReader} or {@link
 * ClassifierReader}.
 *
 * <p>Constructing a plug-in and asking for its descriptor must be cheap (milliseconds): load
 * weights and data when they are first needed. Thread-safe.
 */
@ConsumerType
public interface Plugin extends AutoCloseable {

  /** Name, summary, parameters and facts; the same for the life of the plug-in. */
  Descriptor descriptor();

  /** The name it is called by; unique among plug-ins of its kind. */
  default String name() {
    return descriptor().name();
  }

  /**
   * Frees what the plug-in holds. Called once by its owner (the runtime, or whoever loaded it),
   * after nobody can look it up any more. Waits for running evaluations; later use of its models
   * throws {@link WithdrawnException}. Closing again does nothing. The default holds nothing, and
   * leaves its models in working order; where plug-ins come and go, the runtime waits for running
   * calls and withdraws them all the same.
   */
  @Override
  default void close() {}
}
