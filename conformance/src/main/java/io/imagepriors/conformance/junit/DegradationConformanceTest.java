package io.imagepriors.conformance.junit;

import io.imagepriors.conformance.DegradationConformance;

/** Extend this to test a degradation, by one method that says which and how to try it. */
public abstract class DegradationConformanceTest extends ConformanceTest {

  /** The degradation under test, as in {@code DegradationConformance.of(...)}. */
  @Override
  protected abstract DegradationConformance conformance();
}
