package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.CodeStack;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodeUniformityTest {

  /** The runtime's test of its own measure states the same figures for the same codes and seed. */
  @Test
  void should_agree_with_what_the_runtime_reports() {
    // given 300 codes of three coordinates, crowded near 0
    CodeStack codes = CodeStack.zeros(300, 3);
    for (int i = 0; i < 300; i++) {
      for (int k = 0; k < 3; k++) {
        float u = ((i * (6 * k + 7) + 31 * k) % 300 + 0.5f) / 300;
        codes.values()[3 * i + k] = u * u;
      }
    }

    CodeUniformity found = CodeUniformity.of(codes, new SplittableRandom(5));

    assertThat(found.holes()).isEqualTo(0.22333333333333333, within(1e-12));
    assertThat(found.ks()).isEqualTo(0.25166389664014177, within(1e-6)); // codes are float32
  }
}
