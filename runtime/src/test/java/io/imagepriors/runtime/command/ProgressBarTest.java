package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong(5 * SECOND);
  private final Cancellation cancellation = new Cancellation();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void should_stay_silent_for_two_seconds() {
    try (ProgressBar bar = bar(true)) {
      nanos.addAndGet(2 * SECOND - 1);
      bar.step(new Progress("search", 1, 10, 0.5, 0));
    }

    assertThat(text()).isEmpty();
  }

  @Test
  void should_show_share_loss_rate_and_time_left() {
    try (ProgressBar bar = bar(false)) {
      nanos.addAndGet(SECOND); // preparation, which says nothing about the rate
      bar.step(new Progress("epoch 1 of 4", 0, 100, Double.NaN, 0));
      nanos.addAndGet(10 * SECOND);
      bar.step(new Progress("epoch 1 of 4", 25, 100, 0.0125, 5000));
    }

    assertThat(text())
        .isEqualTo("train  25%  epoch 1 of 4  loss 0.012500  500 images/s  30 s left\n");
  }

  @Test
  void should_print_a_line_only_now_and_then_where_no_terminal_is() {
    try (ProgressBar bar = bar(false)) {
      for (int i = 1; i <= 32; i++) {
        nanos.addAndGet(SECOND);
        bar.step(new Progress("", i, 32, Double.NaN, 0));
      }
    }

    assertThat(text().lines())
        .containsExactly("train   6%  30 s left", "train  53%  15 s left", "train 100%");
  }

  @Test
  void should_redraw_in_place_and_leave_nothing_behind_in_a_terminal() {
    try (ProgressBar bar = bar(true)) {
      nanos.addAndGet(3 * SECOND);
      bar.step(new Progress("", 1, 2, Double.NaN, 0));
    }

    assertThat(text())
        .startsWith("\r\u001b[K[############------------] train  50%")
        .endsWith("\r\u001b[K")
        .doesNotContain("\n");
  }

  @Test
  void should_say_stop_once_the_user_has() {
    try (ProgressBar bar = bar(false)) {
      assertThat(bar.step(new Progress("", 1, 2, 0, 0))).isTrue();
      cancellation.cancel();
      assertThat(bar.step(new Progress("", 1, 2, 0, 0))).isFalse();
    }
  }

  private ProgressBar bar(boolean terminal) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console = new Console(stream, stream, terminal, terminal, 80, false);
    return new ProgressBar("train", console, cancellation, nanos::get);
  }

  private String text() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
