package io.imagepriors.tasks.restorer;

import static io.imagepriors.tasks.Checks.meanSquare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Progress;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import io.imagepriors.tasks.degradation.Blur;
import io.imagepriors.tasks.degradation.CompressedSensing;
import io.imagepriors.tasks.degradation.Downsample;
import io.imagepriors.tasks.degradation.GaussianNoise;
import io.imagepriors.tasks.degradation.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every restorer promises, on a prior that can be worked out on paper. */
class RestorersTest {
  static final List<Restorer> RESTORERS =
      List.of(
          new MapRestorer(),
          new LatentMapRestorer(),
          new HybridRestorer(),
          new PosteriorRestorer());
  static final List<Restorer> LATENT_RESTORERS =
      List.of(new LatentMapRestorer(), new HybridRestorer(), new PosteriorRestorer());

  private static final Shape SHAPE = Shape.grey(8, 10);
  private static final ToyPrior PRIOR = new ToyPrior(SHAPE, 3, 4);

  static Stream<Arguments> restorersAndDamages() {
    return RESTORERS.stream()
        .flatMap(
            restorer ->
                Stream.of(
                        noise(), hole(), randomMask(), blur(), downsample(), projection(), chain())
                    .map(damage -> Arguments.of(restorer, damage)));
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @MethodSource("restorersAndDamages")
  void should_come_nearer_to_the_truth_than_the_first_estimate(Restorer restorer, ForwardModel m) {
    ImageStack truth = PRIOR.draw(5, 1);
    ImageStack y = m.sample(truth, new SplittableRandom(2));

    Restoration restoration = restore(restorer, y, m, PRIOR, Monitor.none());

    assertThat(restoration.outcome()).isEqualTo(Outcome.COMPLETED);
    double before = meanSquare(truth, m.firstEstimate(y));
    // Draws add a residual, which these grey images don't have; a mean of 32 keeps some of it.
    double share = restorer instanceof PosteriorRestorer ? 1 : 0.5;
    assertThat(meanSquare(truth, restoration.images())).isLessThan(share * before);
    for (float value : restoration.images().pixels()) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  @ParameterizedTest
  @MethodSource("restorersAndDamages")
  void should_give_the_same_bits_for_the_same_seed(Restorer restorer, ForwardModel model) {
    ImageStack y = model.sample(PRIOR.draw(3, 1), new SplittableRandom(2));

    Restoration first = restore(restorer, y, model, PRIOR, Monitor.none());
    Restoration second = restore(restorer, y, model, PRIOR, Monitor.none());

    assertThat(second.images().pixels()).containsExactly(first.images().pixels());
    assertThat(second.objective(2)).isEqualTo(first.objective(2));
    assertThat(second.steps()).isEqualTo(first.steps());
  }

  @ParameterizedTest
  @MethodSource("restorersAndDamages")
  void should_restore_an_image_alike_alone_and_in_a_stack(Restorer restorer, ForwardModel model) {
    // More images than one chunk of a latent search holds.
    ImageStack y = model.sample(PRIOR.draw(40, 1), new SplittableRandom(2));

    ImageStack together = restore(restorer, y, model, PRIOR, Monitor.none()).images();

    for (int i : new int[] {0, 17, 39}) {
      ImageStack alone = restore(restorer, y.image(i), model, PRIOR, Monitor.none()).images();
      assertThat(together.image(i).pixels()).containsExactly(alone.pixels());
    }
  }

  @ParameterizedTest
  @FieldSource("RESTORERS")
  void should_tell_the_monitor_of_each_step(Restorer restorer) {
    ImageStack y = noise().sample(PRIOR.draw(40, 1), new SplittableRandom(2));
    List<Progress> told = new ArrayList<>();

    Restoration restoration = restore(restorer, y, noise(), PRIOR, told::add);

    assertThat(told).hasSize((int) restoration.steps());
    for (int k = 0; k < told.size(); k++) {
      assertThat(told.get(k).done()).isEqualTo(k + 1);
      assertThat(told.get(k).total()).isEqualTo(told.size());
      assertThat(told.get(k).value()).isFinite();
    }
  }

  @ParameterizedTest
  @FieldSource("RESTORERS")
  void should_give_the_best_estimate_so_far_when_the_monitor_says_stop(Restorer restorer) {
    ImageStack truth = PRIOR.draw(4, 1);
    ImageStack y = noise().sample(truth, new SplittableRandom(2));

    Restoration restoration = restore(restorer, y, noise(), PRIOR, p -> p.done() < 20);

    assertThat(restoration.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(restoration.steps()).isEqualTo(20);
    assertThat(meanSquare(truth, restoration.images()))
        .isLessThan(meanSquare(truth, noise().firstEstimate(y)));
  }

  @ParameterizedTest
  @FieldSource("RESTORERS")
  void should_stop_at_an_interrupt_and_leave_it_set(Restorer restorer) {
    ImageStack y = noise().sample(PRIOR.draw(2, 1), new SplittableRandom(2));
    Monitor interrupting =
        progress -> {
          if (progress.done() == 3) {
            Thread.currentThread().interrupt();
          }
          return true;
        };

    Restoration restoration = restore(restorer, y, noise(), PRIOR, interrupting);

    assertThat(restoration.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(restoration.steps()).isEqualTo(3);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @ParameterizedTest
  @FieldSource("RESTORERS")
  void should_carry_the_best_estimate_when_the_prior_is_withdrawn(Restorer restorer) {
    ImageStack truth = PRIOR.draw(4, 1);
    ImageStack y = noise().sample(truth, new SplittableRandom(2));
    PriorModel leaving = new ToyPrior(SHAPE, 3, 4).withdrawnAfter(12);

    WithdrawnException error =
        catchThrowableOfType(
            WithdrawnException.class, () -> restore(restorer, y, noise(), leaving, Monitor.none()));

    assertThat(error.plugin()).isEqualTo("toy");
    ImageStack best = error.bestEstimate().orElseThrow();
    assertThat(meanSquare(truth, best)).isLessThan(meanSquare(truth, noise().firstEstimate(y)));
  }

  @ParameterizedTest
  @FieldSource("RESTORERS")
  void should_refuse_what_does_not_fit_before_the_first_step(Restorer restorer) {
    ImageStack other = ImageStack.zeros(1, Shape.grey(10, 8));
    ImageStack notFinite = ImageStack.zeros(1, SHAPE);
    notFinite.pixels()[7] = Float.NaN;
    PriorModel otherPrior = new ToyPrior(Shape.grey(10, 8), 3, 4);

    assertThatThrownBy(() -> restore(restorer, other, noise(), PRIOR, RestorersTest::failing))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("degraded images must have shape 1x8x10, got 1x10x8");
    assertThatThrownBy(() -> restore(restorer, notFinite, noise(), PRIOR, RestorersTest::failing))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("degraded images must hold finite numbers only, got NaN in image 0 at value 7");
    ImageStack y = ImageStack.zeros(1, SHAPE);
    assertThatThrownBy(() -> restore(restorer, y, noise(), otherPrior, RestorersTest::failing))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("prior must be for images of shape 1x8x10, got 1x10x8");
  }

  @ParameterizedTest
  @FieldSource("LATENT_RESTORERS")
  void should_refuse_a_prior_without_latent_space_where_one_is_needed(Restorer restorer) {
    ImageStack y = ImageStack.zeros(1, SHAPE);
    PriorModel plain = PRIOR.withoutLatentSpace();

    assertThatThrownBy(() -> restore(restorer, y, noise(), plain, RestorersTest::failing))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            "prior of restorer '" + restorer.name() + "' must have a latent space");
  }

  @ParameterizedTest
  @FieldSource("RESTORERS")
  void should_leave_the_degraded_images_alone(Restorer restorer) {
    ImageStack y = hole().sample(PRIOR.draw(2, 1), new SplittableRandom(2));
    float[] before = y.pixels().clone();

    restore(restorer, y, hole(), PRIOR, Monitor.none());

    assertThat(y.pixels()).containsExactly(before);
  }

  @ParameterizedTest
  @FieldSource("RESTORERS")
  void should_report_an_objective_that_more_steps_do_not_raise(Restorer restorer) {
    ImageStack y = noise().sample(PRIOR.draw(1, 1), new SplittableRandom(2));
    List<Double> told = new ArrayList<>();

    Restoration restoration =
        restore(restorer, y, noise(), PRIOR, progress -> told.add(progress.value()));

    // Steps may wander; what is given back is the best seen in the last stage. Blending may cost
    // the data term of a latent search its last digits.
    double last = told.get(told.size() - 1);
    assertThat(restoration.objective(0)).isCloseTo(last, within(1e-3 * last));
  }

  static Restoration restore(
      Restorer restorer, ImageStack y, ForwardModel model, PriorModel prior, Monitor monitor) {
    return restorer.restore(y, model, prior, restorer.descriptor().defaults(), monitor);
  }

  static ForwardModel noise() {
    return bind(new GaussianNoise());
  }

  static ForwardModel hole() {
    return bind(new Mask(), "hole", "4");
  }

  static ForwardModel randomMask() {
    return bind(new Mask(), "missing", "0.6");
  }

  static ForwardModel blur() {
    return bind(new Blur(), "motion", "5", "angle", "30", "sigma", "0.01");
  }

  static ForwardModel downsample() {
    return bind(new Downsample());
  }

  static ForwardModel projection() {
    return bind(new CompressedSensing(), "measurements", "50%");
  }

  /** A blurred image of which some pixels are seen. */
  static ForwardModel chain() {
    return blur().then(randomMask());
  }

  static ForwardModel bind(Degradation degradation, String... settings) {
    Parameters parameters = degradation.descriptor().defaults();
    for (int k = 0; k < settings.length; k += 2) {
      parameters = parameters.with(settings[k], settings[k + 1]);
    }
    return degradation.bind(SHAPE, parameters);
  }

  private static boolean failing(Progress progress) {
    throw new AssertionError("no step should have been taken");
  }
}
