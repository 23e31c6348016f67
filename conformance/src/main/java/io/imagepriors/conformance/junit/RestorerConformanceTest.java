package io.imagepriors.conformance.junit;

import io.imagepriors.conformance.RestorerConformance;

/** Extend this to test a restorer, by one method that says which and how to try it. */
public abstract class RestorerConformanceTest extends ConformanceTest {

  /** The restorer under test, as in {@code RestorerConformance.of(...)}. */
  @Override
  protected abstract RestorerConformance conformance();
}
