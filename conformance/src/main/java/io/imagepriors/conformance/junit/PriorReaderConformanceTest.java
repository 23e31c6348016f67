package io.imagepriors.conformance.junit;

import io.imagepriors.conformance.PriorReaderConformance;

/** Extend this to test a reader of model files, by one method that says which and how to try it. */
public abstract class PriorReaderConformanceTest extends ConformanceTest {

  /** The reader under test, as in {@code PriorReaderConformance.of(...)}. */
  @Override
  protected abstract PriorReaderConformance conformance();
}
