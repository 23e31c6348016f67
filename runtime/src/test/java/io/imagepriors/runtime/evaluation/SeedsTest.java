package io.imagepriors.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.Monitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void should_average_an_image_over_seeds_before_all_images() {
    Figures first = Figures.of(Map.of(Figure.PSNR, new double[] {10, 20}));
    Figures second = Figures.of(Map.of(Figure.PSNR, new double[] {14, 28}));

    Score score = Scores.of(List.of(first, second)).of(Figure.PSNR).orElseThrow();

    // Images 12 and 24: mean 18, deviation sqrt(72), error sqrt(72 / 2). Seeds 15 and 21.
    assertThat(score.mean().value()).isEqualTo(18);
    assertThat(score.mean().error()).isCloseTo(6, within(1e-12));
    assertThat(score.mean().count()).isEqualTo(2);
    assertThat(score.spread().orElseThrow()).isCloseTo(Math.sqrt(18), within(1e-12));
  }

  @Test
  void should_have_no_spread_over_one_seed() {
    Row row = run(List.of(4L)).rows().get(0);

    assertThat(row.restored().of(Figure.PSNR).orElseThrow().spread()).isEmpty();
  }

  @Test
  void should_give_each_seed_the_figures_that_it_has_alone() {
    double four = run(List.of(4L)).rows().get(0).after().value();
    double nine = run(List.of(9L)).rows().get(0).after().value();

    Row both = run(List.of(4L, 9L)).rows().get(0);

    assertThat(four).isNotEqualTo(nine);
    // The order of summation differs, hence the last bits.
    assertThat(both.after().value()).isCloseTo((four + nine) / 2, within(1e-9));
    assertThat(both.restored().of(Figure.PSNR).orElseThrow().spread().orElseThrow())
        .isCloseTo(Math.abs(four - nine) / Math.sqrt(2), within(1e-9));
  }

  @Test
  void should_compare_with_the_input() {
    Result result = run(List.of(4L, 9L)).results().get(0);

    Comparison gain = Comparison.of(result.input(), result);

    assertThat(gain.difference().value())
        .isCloseTo(result.row().after().value() - result.row().before().value(), within(1e-9));
    assertThat(gain.clear()).isTrue();
  }

  @Test
  void should_compare_priors_of_one_restorer_alone() {
    List<Comparison> comparisons = Comparison.ofPriors(run(List.of(4L)).results());

    assertThat(comparisons).hasSize(1);
    assertThat(comparisons.get(0).first().row().method()).isEqualTo("flatten, a");
    assertThat(comparisons.get(0).second().row().method()).isEqualTo("flatten, b");
    assertThat(comparisons.get(0).clear()).isFalse();
  }

  private static Results run(List<Long> seeds) {
    return Evaluation.run(
        new Plan(
            List.of(Candidate.of(Toys.prior("a")), Candidate.of(Toys.prior("b"))),
            List.of(Candidate.of(Toys.noise())),
            List.of(Candidate.of(Toys.flatten()), Candidate.of(Toys.baseline("base"))),
            Toys.flatImages(12),
            seeds,
            Optional.empty(),
            5,
            2),
        Monitor.none());
  }
}
