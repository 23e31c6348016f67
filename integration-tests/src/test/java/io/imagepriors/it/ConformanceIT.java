package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.conformance.Check;
import io.imagepriors.conformance.ClassifierConformance;
import io.imagepriors.conformance.Conformance;
import io.imagepriors.conformance.DatasetConformance;
import io.imagepriors.conformance.DegradationConformance;
import io.imagepriors.conformance.Finding;
import io.imagepriors.conformance.PriorConformance;
import io.imagepriors.conformance.RestorerConformance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The battery for plug-in authors, run over everything that the product ships. */
class ConformanceIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @RegisterExtension static final RunningPlatform platform = new RunningPlatform();

  @TestFactory
  Stream<DynamicTest> should_pass_as_a_prior() throws Exception {
    return platform.all(Prior.class).stream()
        .map(prior -> test(prior.name(), PriorConformance.of(prior)));
  }

  @TestFactory
  Stream<DynamicTest> should_pass_as_a_degradation() throws Exception {
    return platform.all(Degradation.class).stream()
        .map(degradation -> test(degradation.name(), DegradationConformance.of(degradation)));
  }

  @TestFactory
  Stream<DynamicTest> should_pass_as_a_classifier() throws Exception {
    return platform.all(Classifier.class).stream()
        .map(classifier -> test(classifier.name(), ClassifierConformance.of(classifier)));
  }

  @TestFactory
  Stream<DynamicTest> should_pass_as_a_dataset() throws Exception {
    return platform.all(Dataset.class).stream()
        .filter(dataset -> dataset.name().equals("digits")) // the others need files
        .map(dataset -> test(dataset.name(), DatasetConformance.of(dataset)));
  }

  @TestFactory
  List<DynamicTest> should_pass_as_a_restorer() throws Exception {
    Prior prior = platform.await(Prior.class, "uniform");
    List<DynamicTest> tests = new ArrayList<>();
    for (Degradation degradation : platform.all(Degradation.class)) {
      ForwardModel model = degradation.bind(prior.shape(), degradation.descriptor().defaults());
      for (Restorer restorer : platform.all(Restorer.class)) {
        tests.add(
            test(
                restorer.name() + ", " + degradation.name(),
                RestorerConformance.of(
                    restorer, model, prior.bind(prior.shape(), prior.descriptor().defaults()))));
      }
    }
    return tests;
  }

  private static DynamicTest test(String name, Conformance conformance) {
    return DynamicTest.dynamicTest(name, () -> requireAcceptable(conformance));
  }

  private static void requireAcceptable(Conformance conformance) {
    for (Check check : conformance.checks()) {
      Finding finding = check.run(LIMIT);
      assertThat(finding.isAcceptable()).as(finding.toString()).isTrue();
    }
  }
}
