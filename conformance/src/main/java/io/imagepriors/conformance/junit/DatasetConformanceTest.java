package io.imagepriors.conformance.junit;

import io.imagepriors.conformance.DatasetConformance;

/** Extend this to test a dataset, by one method that says which and how to try it. */
public abstract class DatasetConformanceTest extends ConformanceTest {

  /** The dataset under test, as in {@code DatasetConformance.of(...)}. */
  @Override
  protected abstract DatasetConformance conformance();
}
