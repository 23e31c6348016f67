package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LabelledImagesTest {

  /** Ten images of one pixel; image i has value i and label i. */
  private static final class Ten implements LabelledImages {
    @Override
    public String origin() {
      return "ten all";
    }

    @Override
    public Shape shape() {
      return Shape.grey(1, 1);
    }

    @Override
    public int count() {
      return 10;
    }

    @Override
    public void read(int index, ImageStack target, int slot) {
      target.pixels()[slot] = index;
    }

    @Override
    public OptionalInt label(int index) {
      return OptionalInt.of(index);
    }
  }

  private final LabelledImages images = new Ten();

  @Test
  void should_view_a_range_and_name_it() {
    LabelledImages range = images.slice(3, 7);

    assertThat(range.origin()).isEqualTo("ten all[3:7]");
    assertThat(range.count()).isEqualTo(4);
    assertThat(range.label(1)).hasValue(4);
    assertThat(range.stack(1, 3).pixels()).containsExactly(4, 5);
  }

  @Test
  void should_refuse_a_range_outside_the_collection() {
    assertThatThrownBy(() -> images.slice(5, 11))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("range of ten all must be non-empty and lie in [0, 10), got 5:11");
    assertThatThrownBy(() -> images.stack(5, 5)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void should_not_reach_beyond_a_view() {
    assertThatThrownBy(() -> images.slice(0, 2).label(2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
