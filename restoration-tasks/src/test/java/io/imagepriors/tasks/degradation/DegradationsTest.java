package io.imagepriors.tasks.degradation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import io.imagepriors.conformance.Check;
import io.imagepriors.conformance.DegradationConformance;
import io.imagepriors.conformance.Finding;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every degradation promises, for many settings of each and for some in sequence. */
class DegradationsTest {
  private static final Shape COLOUR = new Shape(3, 12, 18);

  /** Far longer than a check takes, even on a machine that does much else. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final List<Degradation> ALL =
      List.of(
          new GaussianNoise(), new Mask(), new Blur(), new Downsample(), new CompressedSensing());

  static ForwardModel bind(String spec, Shape shape) {
    Degradation degradation = degradation(spec);
    return degradation.bind(shape, parameters(degradation, spec));
  }

  private static Degradation degradation(String spec) {
    String name = spec.split(":", 2)[0];
    return ALL.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
  }

  private static Parameters parameters(Degradation degradation, String spec) {
    Parameters parameters = degradation.descriptor().defaults();
    String[] parts = spec.split(":", 2);
    if (parts.length == 2) {
      for (String setting : parts[1].split(",", -1)) {
        String[] pair = setting.split("=", 2);
        parameters = parameters.with(pair[0], pair[1]);
      }
    }
    return parameters;
  }

  /** Degradations one after another, as one. */
  private record Sequence(List<String> specs) implements Degradation {
    private static final Descriptor DESCRIPTOR = Descriptor.of("sequence", "one after another");

    @Override
    public Descriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public ForwardModel bind(Shape clean, Parameters parameters) {
      ForwardModel model = DegradationsTest.bind(specs.get(0), clean);
      for (String spec : specs.subList(1, specs.size())) {
        model = model.then(DegradationsTest.bind(spec, model.degraded()));
      }
      return model;
    }
  }

  @TestFactory
  Stream<DynamicContainer> should_conform() {
    return Stream.of(
            "gaussian-noise",
            "gaussian-noise:sigma=0.5",
            "mask",
            "mask:hole=4x6,sigma=0.5",
            "mask:half=left",
            "mask:missing=0.8,seed=3",
            "blur",
            "blur:gaussian=0.4,boundary=replicate",
            "blur:gaussian=5,boundary=periodic",
            "blur:motion=7,angle=30",
            "blur:motion=20,angle=-100,boundary=zero",
            "blur:motion=1,boundary=periodic,sigma=1",
            "downsample",
            "downsample:factor=1,filter=bicubic",
            "downsample:factor=3,filter=bicubic",
            "downsample:factor=3,filter=gaussian,sigma=0.2",
            "compressed-sensing",
            "compressed-sensing:measurements=7,matrix=signs,seed=5",
            "compressed-sensing:measurements=100%,sigma=0.1")
        .map(spec -> container(spec, conformance(spec).checks()));
  }

  @TestFactory
  Stream<DynamicContainer> should_conform_one_after_another() {
    return Stream.of(
            List.of("gaussian-noise", "mask:missing=0.5"),
            List.of("mask:half=left", "mask:missing=0.5"),
            List.of("blur", "downsample:factor=3"),
            List.of("blur:motion=5,angle=45,boundary=zero", "mask:hole=4"),
            List.of("downsample:factor=3", "compressed-sensing:measurements=20"),
            List.of("mask", "blur", "downsample:factor=3,filter=gaussian"))
        .map(specs -> container(String.join(", then ", specs), checks(specs)));
  }

  private static List<Check> checks(List<String> specs) {
    return DegradationConformance.of(new Sequence(specs)).withShape(COLOUR).checks();
  }

  private static DegradationConformance conformance(String spec) {
    Degradation degradation = degradation(spec);
    return DegradationConformance.of(degradation)
        .withParameters(parameters(degradation, spec))
        .withShape(COLOUR);
  }

  private static DynamicContainer container(String name, List<Check> checks) {
    return DynamicContainer.dynamicContainer(
        name,
        checks.stream().map(check -> DynamicTest.dynamicTest(check.name(), () -> require(check))));
  }

  private static void require(Check check) {
    Finding finding = check.run(LIMIT);
    assertThat(finding.isAcceptable()).as(finding.toString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "10.5", "NaN", "much"})
  void should_refuse_a_noise_level_out_of_range(String sigma) {
    assertThatThrownBy(() -> bind("gaussian-noise:sigma=" + sigma, COLOUR))
        .hasMessage("parameter 'sigma' must be auto or in (0, 10], got " + sigma);
  }
}
