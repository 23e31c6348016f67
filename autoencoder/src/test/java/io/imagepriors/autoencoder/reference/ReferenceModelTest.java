package io.imagepriors.autoencoder.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.Architecture;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference that other tests rely on, against nothing but its own values. */
class ReferenceModelTest {
  /** Of the slope: the step's third-order error; a kink within the step would show as more. */
  private static final double TOLERANCE = 1e-3;

  private static final double STEP = 1e-3;

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void should_have_the_gradient_of_its_values(Architecture architecture) {
    // given
    Shape shape = new Shape(2, 4, 8);
    var network = architecture.create(shape, 5);
    ReferenceModel model = new ReferenceModel(network, ReferenceModel.randomWeights(network, 1));
    Random random = new Random(2);
    ImageStack x = ImageStack.zeros(1, shape);
    ImageStack behind = x.like();
    ImageStack ahead = x.like();
    ImageStack gradient = x.like();
    double slope = 0;
    for (int i = 0; i < shape.size(); i++) {
      x.pixels()[i] = random.nextFloat();
    }

    // when
    model.valueAndGradient(x, new double[1], gradient);

    // then
    for (int i = 0; i < shape.size(); i++) {
      double direction = random.nextGaussian();
      behind.pixels()[i] = (float) (x.pixels()[i] - STEP * direction);
      ahead.pixels()[i] = (float) (x.pixels()[i] + STEP * direction);
      double moved = (double) ahead.pixels()[i] - behind.pixels()[i];
      slope += gradient.pixels()[i] * moved / (2 * STEP);
    }
    double difference = (model.values(ahead)[0] - model.values(behind)[0]) / (2 * STEP);
    assertThat(difference).isCloseTo(slope, within(TOLERANCE * Math.abs(slope)));
  }
}
