package io.imagepriors.runtime.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutliersTest {

  @Test
  void should_invert() {
    ImageStack images = ImageStack.wrap(Shape.grey(1, 3), new float[] {0, 0.25f, 1});

    assertThat(Outliers.inverted(images).pixels()).containsExactly(1, 0.75f, 0);
  }

  @Test
  void should_turn_each_channel_of_each_image_upside_down() {
    ImageStack images = ImageStack.wrap(new Shape(2, 2, 1), new float[] {1, 2, 3, 4, 5, 6, 7, 8});

    assertThat(Outliers.upsideDown(images).pixels()).containsExactly(2, 1, 4, 3, 6, 5, 8, 7);
  }

  @Test
  void should_average_each_image_with_another_one() {
    ImageStack images = ImageStack.wrap(Shape.grey(1, 1), new float[] {0, 1});

    assertThat(Outliers.averages(images, new SplittableRandom(1)).pixels())
        .containsExactly(0.5f, 0.5f);
  }

  @Test
  void should_move_whole_blocks() {
    // given one image of 8x8 whose 2x2 blocks are each of one value
    ImageStack image = ImageStack.zeros(1, Shape.grey(8, 8));
    for (int i = 0; i < 64; i++) {
      int block = i / 16 * 4 + i % 8 / 2;
      image.pixels()[i] = block;
    }

    float[] shuffled = Outliers.shuffled(image, new SplittableRandom(1)).pixels();

    assertThat(shuffled).isNotEqualTo(image.pixels());
    float[] sorted = shuffled.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < 64; i++) {
      int block = i / 4;
      assertThat(sorted[i]).isEqualTo(block);
      assertThat(shuffled[i]).isEqualTo(shuffled[i / 16 * 16 + i % 8 / 2 * 2]);
    }
  }

  @Test
  void should_give_the_same_for_the_same_seed_alone() {
    ImageStack images = ImageStack.zeros(3, Shape.grey(8, 8));

    List<ImageSet> first = Outliers.of(images, 7);

    assertThat(first.get(0).images().pixels())
        .isEqualTo(Outliers.of(images, 7).get(0).images().pixels())
        .isNotEqualTo(Outliers.of(images, 8).get(0).images().pixels());
  }
}
