package io.imagepriors.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReluInFlowsTest {

  @Test
  void should_invert_every_flow_and_know_its_determinant() {
    // given
    try (Torch torch = Torch.open()) {
      ReluInFlows.flows()
          .forEach(
              (name, flow) -> {
                // when
                FlowFit fit = FlowFit.of(torch, flow, 10, new Random(3));

                // then: in double precision; differences of step 1e-6 are good to about 1e-9
                assertThat(fit.inversionError()).as(name).isLessThan(1e-9);
                assertThat(fit.determinantError()).as(name).isLessThan(1e-6);
              });
    }
  }

  @Test
  void should_gain_likelihood_with_relu_inside_couplings() {
    // given
    try (Torch torch = Torch.open()) {
      Flow flow = ReluInFlows.flows().get("coupling, ReLU inside");

      // when
      FlowFit fit = FlowFit.of(torch, flow, 100, new Random(3));

      // then: from -3.05; 500 steps reach -2.15
      assertThat(fit.logLikelihood()).isGreaterThan(fit.before() + 0.2);
    }
  }

  @Test
  void should_lose_nearly_every_point_to_relu_as_a_layer() {
    // when
    ActivationLayer plane = ActivationLayer.measure(2, Bend.SLOPE, 20_000, new Random(0));
    ActivationLayer space = ActivationLayer.measure(12, Bend.SLOPE, 20_000, new Random(0));

    // then: 2^-d, the first within 5 standard errors; half the values are negative, on average
    assertThat(plane.invertibleUnderRelu()).isCloseTo(0.25, within(0.016));
    assertThat(space.invertibleUnderRelu()).isLessThan(0.01);
    assertThat(plane.leakyLogDeterminant()).isCloseTo(Math.log(Bend.SLOPE), within(0.05));
  }

  @Test
  void should_miss_the_kinks_in_the_gradient_of_the_likelihood() {
    // given
    KinkGradient kink = KinkGradient.of(400_000, 0.2, new Random(4));

    // when
    double truth = kink.derivativeOfMean(0);
    double pointwise = kink.meanOfDerivatives(0);

    // then: even the sign is wrong; with the missing term they agree, up to the draws' scatter
    assertThat(truth).isPositive();
    assertThat(pointwise).isNegative();
    assertThat(pointwise + kink.missingTerm(0)).isCloseTo(truth, within(0.03));
  }

  @Test
  void should_know_the_density_of_the_ring() {
    // given: its entropy, from below by the components' and from above by the labels' added
    double component = 1 + Math.log(2 * Math.PI) + 2 * Math.log(0.3);

    // when
    double entropy = -Ring.meanLogDensity(Ring.draw(new Random(5), 20_000));

    // then
    assertThat(entropy).isBetween(component, component + Math.log(5) + 0.02);
  }
}
