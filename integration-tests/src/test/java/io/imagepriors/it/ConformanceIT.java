package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Restorer;
import io.imagepriors.conformance.Check;
import io.imagepriors.conformance.ClassifierConformance;
import io.imagepriors.conformance.Conformance;
import io.imagepriors.conformance.DatasetConformance;
import io.imagepriors.conformance.DegradationConformance;
import io.imagepriors.conformance.Finding;
import io.imagepriors.conformance.PriorConformance;
import io.imagepriors.conformance.PriorReaderConformance;
import io.imagepriors.conformance.RestorerConformance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The battery for plug-in authors, run over everything that the product ships. */
class ConformanceIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @RegisterExtension static final RunningPlatform platform = new RunningPlatform();

  @TestFactory
  List<DynamicTest> should_pass_as_a_prior() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Prior prior : platform.all(Prior.class)) {
      tests.add(test(prior.name(), PriorConformance.of(prior).withProvider(provider(prior))));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> should_pass_as_a_degradation() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Degradation degradation : platform.all(Degradation.class)) {
      tests.add(
          test(
              degradation.name(),
              DegradationConformance.of(degradation).withProvider(provider(degradation))));
    }
    return tests;
  }

  /** The other datasets need files. */
  @TestFactory
  List<DynamicTest> should_pass_as_a_dataset() throws Exception {
    Dataset digits = platform.await(Dataset.class, "digits");
    return List.of(
        test(digits.name(), DatasetConformance.of(digits).withProvider(provider(digits))));
  }

  @TestFactory
  List<DynamicTest> should_pass_as_a_reader(@TempDir Path folder) throws Exception {
    Path model = Files.write(folder.resolve("a.onnx"), ShippedModel.read().toByteArray());
    PriorReader reader = platform.await(PriorReader.class, "onnx");
    return List.of(
        test(
            reader.name(),
            PriorReaderConformance.of(reader, model).withProvider(provider(reader))));
  }

  @TestFactory
  List<DynamicTest> should_pass_as_a_classifier() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Classifier classifier : platform.all(Classifier.class)) {
      ClassifierConformance conformance = ClassifierConformance.of(classifier);
      tests.add(test(classifier.name(), conformance.withProvider(provider(classifier))));
    }
    return tests;
  }

  /** Closing is tried with the first degradation: it is the same with all. */
  @TestFactory
  List<DynamicTest> should_pass_as_a_restorer() throws Exception {
    Prior prior = platform.await(Prior.class, "uniform");
    List<DynamicTest> tests = new ArrayList<>();
    for (Degradation degradation : platform.all(Degradation.class)) {
      ForwardModel model = degradation.bind(prior.shape(), degradation.descriptor().defaults());
      boolean first = tests.isEmpty();
      for (Restorer restorer : platform.all(Restorer.class)) {
        RestorerConformance conformance =
            RestorerConformance.of(
                restorer, model, prior.bind(prior.shape(), prior.descriptor().defaults()));
        tests.add(
            test(
                restorer.name() + ", " + degradation.name(),
                first ? conformance.withProvider(provider(restorer)) : conformance));
      }
    }
    return tests;
  }

  private static Class<? extends PluginProvider> provider(Plugin plugin) throws Exception {
    return platform.provider(plugin);
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
