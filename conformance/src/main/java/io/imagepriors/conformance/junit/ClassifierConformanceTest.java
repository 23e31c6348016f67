package io.imagepriors.conformance.junit;

import io.imagepriors.conformance.ClassifierConformance;

/** Extend this to test a classifier, by one method that says which and how to try it. */
public abstract class ClassifierConformanceTest extends ConformanceTest {

  /** The classifier under test, as in {@code ClassifierConformance.of(...)}. */
  @Override
  protected abstract ClassifierConformance conformance();
}
