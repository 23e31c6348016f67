package io.imagepriors.conformance.junit;

import io.imagepriors.conformance.TrainerConformance;

/** Extend this to test a trainer, by one method that says which and how to try it. */
public abstract class TrainerConformanceTest extends ConformanceTest {

  /** The trainer under test, as in {@code TrainerConformance.of(...)}. */
  @Override
  protected abstract TrainerConformance conformance();
}
