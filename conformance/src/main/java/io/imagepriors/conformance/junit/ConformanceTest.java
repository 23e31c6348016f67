package io.imagepriors.conformance.junit;

import io.imagepriors.conformance.Check;
import io.imagepriors.conformance.Conformance;
import io.imagepriors.conformance.Finding;
import io.imagepriors.conformance.Verdict;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One JUnit test for each check of a plug-in; a check that is not applicable shows as skipped.
 * Extend the class of the plug-in's kind rather than this one.
 */
public abstract class ConformanceTest {

  /** The plug-in with what is needed to try it. */
  protected abstract Conformance conformance();

  /** How long each check may take; a minute unless overridden. */
  protected Duration limitOfEach() {
    return Check.DEFAULT_LIMIT;
  }

  /** The tests, in the order of {@link Conformance#checks()}. */
  @TestFactory
  Stream<DynamicTest> conforms() {
    return conformance().checks().stream()
        .map(check -> DynamicTest.dynamicTest(check.toString(), () -> require(check)));
  }

  private void require(Check check) {
    Finding finding = check.run(limitOfEach());
    Assumptions.assumeTrue(finding.verdict() != Verdict.NOT_APPLICABLE, finding.reason());
    if (finding.verdict() == Verdict.FAILED) {
      Assertions.fail(finding.toString());
    }
  }
}
