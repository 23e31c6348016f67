package org.example.mixture;

import io.imagepriors.conformance.PriorConformance;
import io.imagepriors.conformance.junit.PriorConformanceTest;

class MixturePriorTest extends PriorConformanceTest {
  @Override
  protected PriorConformance conformance() {
    return PriorConformance.of(new MixturePrior()).withProvider(MixtureProvider.class);
  }
}
