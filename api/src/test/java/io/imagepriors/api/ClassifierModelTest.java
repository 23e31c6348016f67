package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassifierModelTest {

  /** Writes numbers that tell image and place. */
  private static final class Numbering implements ClassifierModel {
    @Override
    public Shape shape() {
      return Shape.grey(1, 1);
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public int features() {
      return 3;
    }

    @Override
    public void classify(ImageStack x, float[] probabilities, float[] features) {
      for (int i = 0; i < probabilities.length; i++) {
        probabilities[i] = i;
      }
      for (int i = 0; i < features.length; i++) {
        features[i] = 10 + i;
      }
    }
  }

  @Test
  void should_give_probabilities_and_features_alone_in_arrays_that_fit() {
    ImageStack two = ImageStack.zeros(2, Shape.grey(1, 1));

    assertThat(new Numbering().probabilities(two)).containsExactly(0, 1, 2, 3);
    assertThat(new Numbering().features(two)).containsExactly(10, 11, 12, 13, 14, 15);
  }
}
