package io.imagepriors.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final long SEED = 5;

  @Test
  void should_give_a_row_for_each_combination() {
    Plan plan =
        plan(
            List.of(Toys.prior("a"), Toys.prior("b")),
            List.of(Toys.noise(), Toys.stripe()),
            List.of(Toys.flatten()),
            20,
            8,
            2);

    Results results = Evaluation.run(plan, Monitor.none());

    assertThat(results.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(results.notices()).isEmpty();
    assertThat(results.rows())
        .extracting(row -> row.degradation() + " " + row.restorer() + " " + row.prior().get())
        .containsExactly(
            "noise flatten a", "noise flatten b", "stripe flatten a", "stripe flatten b");
    assertThat(results.rows()).allMatch(row -> row.count() == 20 && row.seconds() > 0);
  }

  @Test
  void should_measure_what_was_gained() {
    Row row = run(Toys.noise()).rows().get(0);

    // sigma .1 is 20 dB before; the mean of 16 pixels has a quarter of the noise, 12 dB better.
    // The spread of one image's PSNR is some dB, hence of 200 images' mean some tenths.
    assertThat(row.before().value()).isCloseTo(20, within(0.7));
    assertThat(row.after().value()).isGreaterThan(row.before().value() + 11);
    assertThat(row.before().error()).isBetween(0.01, 0.3);
    assertThat(row.missingAfter()).isEmpty();
    assertThat(row.judged()).isEqualTo(row.after());
  }

  @Test
  void should_measure_missing_pixels_of_masks() {
    Row row = run(Toys.stripe()).rows().get(0);

    assertThat(row.missingAfter()).hasValueSatisfying(m -> assertThat(m.value()).isGreaterThan(30));
    assertThat(row.missingBefore()).hasValueSatisfying(m -> assertThat(m.value()).isLessThan(10));
    assertThat(row.judged()).isEqualTo(row.missingAfter().orElseThrow());
  }

  @Test
  void should_not_depend_on_batches_threads_or_company() {
    Results one = Evaluation.run(plan(one(), List.of(Toys.noise()), flatten(), 20, 1, 1), none());
    Results many =
        Evaluation.run(
            plan(
                List.of(Toys.prior("z"), Toys.prior("a")),
                List.of(Toys.stripe(), Toys.noise()),
                flatten(),
                20,
                7,
                3),
            none());

    Result again = many.results().get(3);

    assertThat(again.row().prior()).hasValue("a");
    assertThat(restored(again)).containsExactly(restored(one.results().get(0)));
    assertThat(again.row().after()).isEqualTo(one.rows().get(0).after());
  }

  private static float[] restored(Result result) {
    return result.restored().orElseThrow().pixels();
  }

  @Test
  void should_give_an_image_the_same_noise_alone_and_among_others() {
    ImageStack images = Toys.flatImages(9).stack(0, 9);
    Candidate<Degradation> noise = Candidate.of(Toys.noise());

    Degraded all = Degraded.simulate(noise, images, SEED);
    Degraded alone = Degraded.simulate(noise, images.image(7), 7, SEED);
    Degraded other = Degraded.simulate(noise, images.image(7), 7, SEED + 1);
    Degraded shifted = Degraded.simulate(noise, images.image(7), 6, SEED + 1);

    assertThat(alone.degraded().pixels()).containsExactly(all.degraded().image(7).pixels());
    assertThat(other.degraded().pixels()).isNotEqualTo(alone.degraded().pixels());
    assertThat(shifted.degraded().pixels()).isNotEqualTo(alone.degraded().pixels());
  }

  @Test
  void should_restore_once_where_no_prior_is_needed() {
    List<Prior> priors = List.of(Toys.prior("a"), Toys.prior("b"));
    List<Restorer> restorers = List.of(Toys.flatten(), Toys.baseline("base"));

    Results results = Evaluation.run(plan(priors, noise(), restorers, 6, 4, 2), none());

    assertThat(results.rows())
        .extracting(Row::method)
        .containsExactly("flatten, a", "flatten, b", "base");
    assertThat(results.rows().get(2).prior()).isEmpty();
    // The toy baseline restores as the other toy does.
    assertThat(results.rows().get(2).after()).isEqualTo(results.rows().get(0).after());
  }

  @Test
  void should_do_without_priors_only_where_nobody_needs_one() {
    List<Restorer> baseline = List.of(Toys.baseline("base"));

    assertThat(Evaluation.run(plan(List.of(), noise(), baseline, 6, 4, 2), none()).rows())
        .hasSize(1);
    assertThatThrownBy(() -> plan(List.of(), noise(), flatten(), 6, 4, 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("priors to compare must be at least 1, got 0");
  }

  private static List<Degradation> noise() {
    return List.of(Toys.noise());
  }

  @Test
  void should_report_a_combination_that_can_not_work_and_go_on() {
    Plan plan = plan(one(), List.of(Toys.noise()), List.of(Toys.needy(), Toys.flatten()), 6, 4, 2);

    Results results = Evaluation.run(plan, none());

    assertThat(results.rows()).extracting(Row::restorer).containsExactly("flatten");
    assertThat(results.notices())
        .containsExactly(
            new Notice(
                Optional.of("a"), "noise", "needy", "prior must have a latent space, got none"));
  }

  @Test
  void should_report_a_plug_in_that_breaks() {
    Restorer broken = new BrokenRestorer();

    Results results =
        Evaluation.run(
            plan(one(), List.of(Toys.noise()), List.of(broken, Toys.flatten()), 3, 3, 1), none());

    assertThat(results.rows()).hasSize(1);
    assertThat(results.notices())
        .extracting(Notice::reason)
        .singleElement()
        .asString()
        .contains("oops");
  }

  @Test
  void should_refuse_when_nothing_works() {
    Plan plan = plan(one(), List.of(Toys.noise()), List.of(Toys.needy()), 6, 4, 2);

    assertThatThrownBy(() -> Evaluation.run(plan, none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("nothing to compare: prior must have a latent space, got none");
  }

  @Test
  void should_report_a_prior_of_another_shape() {
    LabelledImages large = new Enlarged(Toys.flatImages(2));
    Plan plan =
        new Plan(
            candidates(one()),
            candidates(List.of(Toys.noise())),
            candidates(flatten()),
            large,
            List.of(SEED),
            Optional.empty(),
            2,
            1);

    assertThatThrownBy(() -> Evaluation.run(plan, none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("have shape 1x4x4, got 1x8x8");
  }

  @Test
  void should_stop_when_the_monitor_says_so() {
    Plan plan = plan(one(), List.of(Toys.noise()), List.of(new EndlessRestorer()), 6, 2, 2);

    Results results = Evaluation.run(plan, progress -> false);

    assertThat(results.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(results.rows()).isEmpty();
  }

  @Test
  void should_stop_at_an_interrupt_and_keep_it_set() {
    Plan plan = plan(one(), List.of(Toys.noise()), List.of(new EndlessRestorer()), 6, 2, 2);

    Thread.currentThread().interrupt();
    Results results = Evaluation.run(plan, none());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(results.outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void should_count_images_over_all_combinations() {
    List<Long> done = new ArrayList<>();
    Plan plan = plan(one(), List.of(Toys.noise(), Toys.stripe()), flatten(), 10, 3, 1);

    Evaluation.run(
        plan,
        progress -> {
          done.add(progress.done());
          assertThat(progress.total()).isEqualTo(20);
          return true;
        });

    assertThat(done).isSorted().last().isEqualTo(20L);
  }

  @Test
  void should_compare_pairwise() {
    Plan plan =
        plan(one(), List.of(Toys.noise()), List.of(new DoNothing(), Toys.flatten()), 50, 50, 1);
    List<Result> results = Evaluation.run(plan, none()).results();

    Comparison comparison = Comparison.of(results.get(0), results.get(1));

    Row nothing = results.get(0).row();
    Row flat = results.get(1).row();
    assertThat(comparison.difference().value())
        .isCloseTo(flat.after().value() - nothing.after().value(), within(1e-9));
    assertThat(comparison.clear()).isTrue();
    assertThat(Comparison.of(results.get(0), results.get(0)).clear()).isFalse();
    assertThat(nothing.after().value()).isEqualTo(nothing.before().value());
  }

  private static Results run(Degradation degradation) {
    return Evaluation.run(plan(one(), List.of(degradation), flatten(), 200, 64, 2), none());
  }

  private static List<Prior> one() {
    return List.of(Toys.prior("a"));
  }

  private static List<Restorer> flatten() {
    return List.of(Toys.flatten());
  }

  private static Monitor none() {
    return Monitor.none();
  }

  private static Plan plan(
      List<Prior> priors,
      List<Degradation> degradations,
      List<Restorer> restorers,
      int count,
      int batch,
      int threads) {
    return new Plan(
        candidates(priors),
        candidates(degradations),
        candidates(restorers),
        Toys.flatImages(count),
        List.of(SEED),
        Optional.empty(),
        batch,
        threads);
  }

  private static <P extends io.imagepriors.api.Plugin> List<Candidate<P>> candidates(
      List<P> plugins) {
    return plugins.stream().map(Candidate::of).toList();
  }

  private record Enlarged(LabelledImages images) implements LabelledImages {
    @Override
    public String origin() {
      return images.origin();
    }

    @Override
    public Shape shape() {
      return Shape.grey(8, 8);
    }

    @Override
    public int count() {
      return images.count();
    }

    @Override
    public void read(int index, ImageStack target, int slot) {
      IntStream.range(target.offset(slot), target.offset(slot + 1))
          .forEach(k -> target.pixels()[k] = .5f);
    }

    @Override
    public java.util.OptionalInt label(int index) {
      return images.label(index);
    }
  }
}
