package io.imagepriors.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.InvalidInputException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AurocTest {

  private static double[] scores(double... values) {
    return values;
  }

  @Test
  void should_be_one_where_every_outlier_scores_higher() {
    assertThat(Auroc.of(scores(3, 1, 2), scores(5, 4))).isEqualTo(1);
    assertThat(Auroc.of(scores(5, 4), scores(3, 1, 2))).isZero();
  }

  @Test
  void should_count_a_tie_as_one_half() {
    // Of four pairs: 2 > 1, 2 < 3, 3 > 1 and 3 = 3.
    assertThat(Auroc.of(scores(1, 3), scores(2, 3))).isEqualTo(2.5 / 4);
    assertThat(Auroc.of(scores(7, 7, 7), scores(7, 7))).isEqualTo(0.5);
    assertThat(Auroc.of(scores(0.0), scores(-0.0))).isEqualTo(0.5);
  }

  @Test
  void should_count_all_pairs() {
    Random random = new Random(1);
    double[] members = random.ints(60, 0, 20).asDoubleStream().toArray();
    double[] outliers = random.ints(40, 5, 25).asDoubleStream().toArray();

    double wins = 0;
    for (double member : members) {
      for (double outlier : outliers) {
        wins += outlier > member ? 1 : outlier == member ? 0.5 : 0;
      }
    }
    // Both divide the same sum of halves.
    assertThat(Auroc.of(members, outliers)).isEqualTo(wins / 2400, within(1e-15));
  }

  @Test
  void should_leave_the_scores_as_they_are() {
    double[] members = {2, 1};

    Auroc.of(members, scores(3));

    assertThat(members).containsExactly(2, 1);
  }

  @Test
  void should_refuse_no_scores_and_no_numbers() {
    assertThatThrownBy(() -> Auroc.of(scores(), scores(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("scores of the class");
    assertThatThrownBy(() -> Auroc.of(scores(1), scores(2, Double.NaN)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("NaN");
  }
}
