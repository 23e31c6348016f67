package io.imagepriors.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import org.junit.jupiter.api.Test;

class HeatMapTest {

  @Test
  void should_go_from_black_by_red_and_yellow_to_white() {
    float sixth = 0.5f / 3;
    float[] deviations = {0, sixth, 2 * sixth, 0.5f};

    ImageStack colours = HeatMap.of(ImageStack.wrap(Shape.grey(1, 4), deviations));

    assertThat(colours.pixels()).containsExactly(0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1);
  }
}
