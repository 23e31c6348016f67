package io.imagepriors.runtime.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TurnsTest {
  /** Durations are whole nanoseconds, so a ratio of milliseconds is exact but for this. */
  private static final double ROUNDING = 1e-9;

  @Test
  void should_give_the_time_of_one_repetition_however_often_a_job_repeats() {
    // given: two jobs that claim 3 ms and 1 ms a repetition
    Job slow = new Job("slow", 2, 6_000_000, times -> 3_000_000L * times);
    Job quick = new Job("quick", 1, 1_000_000, times -> 1_000_000L * times);

    // when
    List<Timing> timings = new Turns(List.of(slow, quick), 0.1).run(Monitor.none());

    // then
    assertThat(timings).extracting(Timing::job).containsExactly(slow, quick);
    assertThat(timings.get(0).millis().median()).isCloseTo(3, within(ROUNDING));
    assertThat(timings.get(0).imagesPerSecond()).isCloseTo(2000 / 3.0, within(1e-6));
    assertThat(timings.get(0).gigaflops()).isCloseTo(2, within(ROUNDING));
    assertThat(timings.get(0).shareOf(timings.get(1)).median()).isCloseTo(2, within(ROUNDING));
    assertThat(timings.get(0).millis().over(timings.get(1).millis()).median())
        .isCloseTo(3, within(ROUNDING));
  }

  @Test
  void should_let_jobs_take_turns() {
    // given
    List<String> order = new ArrayList<>();
    Job a = new Job("a", 1, 0, noting(order, "a"));
    Job b = new Job("b", 1, 0, noting(order, "b"));

    // when: each repetition claims a second, so that no slice holds more than one
    List<Timing> timings = new Turns(List.of(a, b), 0.001).run(Monitor.none());

    // then: both warm up, then they alternate
    int rounds = timings.get(0).millis().count();
    assertThat(rounds).isGreaterThanOrEqualTo(3);
    assertThat(order).hasSize(2 * rounds + 2);
    assertThat(order.subList(2, order.size()))
        .startsWith("a", "b", "a", "b")
        .doesNotContainSequence("a", "a")
        .doesNotContainSequence("b", "b");
  }

  @Test
  void should_stop_when_it_is_told_to() {
    Job job = new Job("job", 1, 0, times -> times);

    assertThat(new Turns(List.of(job), 1000).run(progress -> false)).isEmpty();
  }

  @Test
  void should_share_a_round_among_the_jobs_that_are_quicker_than_their_share() {
    // given: one that takes 60 of 100 for a single repetition
    double[] each = {1, 60, 2};

    double slice = Turns.slice(100, each);

    assertThat(slice).isEqualTo(20, within(ROUNDING));
  }

  @Test
  void should_give_no_slice_where_single_repetitions_take_a_round() {
    assertThat(Turns.slice(100, new double[] {80, 30, 5})).isZero();
  }

  @Test
  void should_tell_how_long_it_will_take_from_the_warming_up_on() {
    // given: a job that truly takes 5 ms
    List<Progress> told = new ArrayList<>();
    Job job = new Job("job", 1, 0, Work.of(Clock.WALL, () -> LockSupport.parkNanos(5_000_000)));

    new Turns(List.of(job), 0.4)
        .run(
            progress -> {
              told.add(progress);
              return true;
            });

    assertThat(told.get(0).stage()).isEqualTo("warming up");
    assertThat(told.get(0).total()).isEqualTo(400);
    // Rounds end with whole repetitions, and a busy machine delays them.
    assertThat(told.get(1).total()).isBetween(200L, 4000L);
    assertThat(told).extracting(Progress::done).isSorted();
  }

  private static Work noting(List<String> order, String name) {
    return times -> {
      order.add(name);
      return 1_000_000_000L * times;
    };
  }
}
