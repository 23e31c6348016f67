package io.imagepriors.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a soak calls flawless. */
class EndingsTest {
  private static final Recipe RECIPE = new Recipe("map", "gaussian-noise", "probe-prior");

  private final Endings endings = new Endings();

  @Test
  void should_find_no_fault_with_right_results_withdrawals_and_unknown_names() {
    endings.completed(RECIPE, true);
    endings.withdrawn(RECIPE, true, true);
    endings.withdrawn(RECIPE, false, true);
    endings.unknownName();

    assertThat(endings.summary())
        .isEqualTo(new Restorations(1, 1, 1, 1, Map.of(), Map.of()))
        .matches(Restorations::isFlawless);
    assertThat(endings.count()).isEqualTo(3);
  }

  @Test
  void should_find_fault_with_a_wrong_result() {
    endings.completed(RECIPE, false);

    assertThat(endings.summary().isFlawless()).isFalse();
    assertThat(endings.summary().wrong()).containsValue(1L);
  }

  @Test
  void should_find_fault_with_an_estimate_that_is_none() {
    endings.withdrawn(RECIPE, true, false);

    assertThat(endings.summary().isFlawless()).isFalse();
  }

  @Test
  void should_find_fault_with_any_other_error_and_say_where_it_arose() {
    endings.undocumented(RECIPE, new IllegalStateException("gone"));

    assertThat(endings.summary().isFlawless()).isFalse();
    assertThat(endings.summary().undocumented().keySet())
        .singleElement()
        .asString()
        .contains("map", "IllegalStateException: gone", "EndingsTest");
  }

  @Test
  void should_know_an_estimate_by_its_size_and_range() {
    ImageStack possible = ImageStack.zeros(2, Shape.grey(28, 28));
    ImageStack tooBright = possible.copy();
    tooBright.pixels()[5] = 1.5f;

    assertThat(Recipe.isPossible(possible)).isTrue();
    assertThat(Recipe.isPossible(tooBright)).isFalse();
    assertThat(Recipe.isPossible(ImageStack.zeros(1, Shape.grey(28, 28)))).isFalse();
  }
}
