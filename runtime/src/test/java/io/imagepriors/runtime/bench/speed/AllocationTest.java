package io.imagepriors.runtime.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final int LENGTH = 1 << 16;

  /** What an array has besides its elements, and little else. */
  private static final long HEADER = 64;

  /** Seen from outside, so that no compiler leaves the arrays out. */
  volatile byte[] kept = {};

  @Test
  void should_count_what_one_repetition_takes_of_the_heap() {
    // given: an array once, and one for each repetition
    Work work =
        times -> {
          kept = new byte[10 * LENGTH];
          for (int i = 0; i < times; i++) {
            kept = new byte[LENGTH];
          }
          return 1;
        };

    // when
    OptionalLong bytes = Allocation.bytes(work);

    // then
    assumeThat(bytes).isPresent();
    assertThat(bytes.getAsLong()).isBetween((long) LENGTH, LENGTH + HEADER);
  }
}
