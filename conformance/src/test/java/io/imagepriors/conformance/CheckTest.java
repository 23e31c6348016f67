package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CheckTest {

  @Test
  void should_pass_when_nothing_is_thrown() {
    Finding finding = new Check("fine", "does nothing", () -> {}).run();

    assertThat(finding).isEqualTo(new Finding("fine", Verdict.PASSED, ""));
    assertThat(finding).hasToString("fine: passed");
  }

  @Test
  void should_turn_any_exception_into_a_finding_of_one_line() {
    Check check =
        new Check(
            "broken",
            "breaks",
            () -> {
              throw new NoClassDefFoundError("first line\n  second line");
            });

    assertThat(check.run())
        .hasToString("broken: failed, NoClassDefFoundError: first line second line");
  }

  @Test
  void should_fail_and_interrupt_what_takes_too_long() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    Check check =
        new Check(
            "endless",
            "waits for ever",
            () -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            });

    Finding finding = check.run(Duration.ofMillis(50));

    assertThat(finding).hasToString("endless: failed, did not end within 0.05 s");
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void should_say_why_a_check_is_not_applicable() {
    Check check =
        new Check(
            "needless",
            "has no meaning",
            () -> {
              throw new NotApplicable("it has no parameters");
            });

    assertThat(check.run()).hasToString("needless: not applicable, it has no parameters");
    assertThat(check.run().isAcceptable()).isTrue();
  }

  @Test
  void should_end_with_its_caller_interrupted_when_the_caller_is() {
    Thread.currentThread().interrupt();

    Finding finding = new Check("waiting", "waits", () -> new CountDownLatch(1).await()).run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
  }
}
