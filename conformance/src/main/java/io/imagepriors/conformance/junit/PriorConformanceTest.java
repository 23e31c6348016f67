package io.imagepriors.conformance.junit;

import io.imagepriors.conformance.PriorConformance;

/** Extend this to test a prior, by one method that says which and how to try it. */
public abstract class PriorConformanceTest extends ConformanceTest {

  /** The prior under test, as in {@code PriorConformance.of(...)}. */
  @Override
  protected abstract PriorConformance conformance();
}
