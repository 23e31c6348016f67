package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatentSpaceTest {
  private static final Shape SHAPE = Shape.grey(1, 2);

  /** {@code D(z) = (z, 2 z)}. */
  private static final class Line implements LatentSpace {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public void encode(ImageStack images, CodeStack codes) {
      for (int i = 0; i < images.count(); i++) {
        codes.values()[i] = images.pixels()[2 * i];
      }
    }

    @Override
    public void decode(CodeStack codes, ImageStack images) {
      for (int i = 0; i < codes.count(); i++) {
        images.pixels()[2 * i] = codes.values()[i];
        images.pixels()[2 * i + 1] = 2 * codes.values()[i];
      }
    }

    @Override
    public void decodeVjp(CodeStack codes, ImageStack cotangent, CodeStack gradient) {
      for (int i = 0; i < codes.count(); i++) {
        gradient.values()[i] = cotangent.pixels()[2 * i] + 2 * cotangent.pixels()[2 * i + 1];
      }
    }
  }

  @Test
  void should_pull_an_energy_back_to_codes() {
    Energy sum =
        Energy.ofSingle(
            SHAPE,
            (x, gradient) -> {
              gradient[0] = 1;
              gradient[1] = 1;
              return x[0] + x[1];
            });
    CodeStack codes = CodeStack.wrap(1, new float[] {.5f, .25f});
    double[] values = new double[2];
    CodeStack gradient = codes.like();
    ImageStack decoded = ImageStack.zeros(2, SHAPE);

    new Line().valueAndGradient(sum, codes, values, gradient, decoded, decoded.like());

    assertThat(values).containsExactly(1.5, .75);
    assertThat(gradient.values()).containsExactly(3, 3);
    assertThat(decoded.pixels()).containsExactly(.5f, 1, .25f, .5f);
  }
}
