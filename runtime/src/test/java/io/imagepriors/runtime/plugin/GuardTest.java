package io.imagepriors.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Progress;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What users of a plug-in notice when its bundle goes. */
class GuardTest {
  private static final long PATIENCE_SECONDS = 20;
  private static final Shape SHAPE = Shape.grey(2, 2);

  private final Guard guard = new Guard();

  @Test
  void should_answer_as_the_plugin_does() {
    Prior prior = (Prior) guard.guard(new Flat());

    assertThat(prior).isNotInstanceOf(Flat.class).isEqualTo(prior);
    assertThat(prior.name()).isEqualTo("flat");
    assertThat(bind(prior).values(ImageStack.zeros(3, SHAPE))).containsExactly(7, 7, 7);
    assertThatThrownBy(() -> prior.bind(Shape.grey(1, 1), prior.descriptor().defaults()))
        .isExactlyInstanceOf(InvalidInputException.class)
        .hasMessage("too small");
  }

  @Test
  void should_guard_the_law_of_residuals_that_a_model_gives() {
    PriorModel model = bind((Prior) guard.guard(new Flat()));
    ResidualLaw law = model.residualLaw().orElseThrow();
    ImageStack x = ImageStack.zeros(1, SHAPE);
    ImageStack deviations = x.like();

    law.deviations(x, deviations);
    guard.close();

    assertThat(deviations.pixels()).containsOnly(0.5f);
    assertThatThrownBy(() -> law.deviations(x, deviations))
        .isInstanceOf(WithdrawnException.class)
        .hasMessageContaining("'flat'");
  }

  @Test
  void should_turn_calls_away_once_the_bundle_goes_whatever_the_plugin_does() {
    Prior prior = (Prior) guard.guard(new Flat());
    PriorModel model = bind(prior);

    guard.close();

    assertThatThrownBy(() -> bind(prior)).isInstanceOf(WithdrawnException.class);
    assertThatThrownBy(() -> model.values(ImageStack.zeros(1, SHAPE)))
        .isInstanceOf(WithdrawnException.class)
        .hasMessageContaining("'flat'");
    assertThat(prior.descriptor().name()).isEqualTo("flat");
  }

  @Test
  void should_wait_for_a_call_that_runs() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Energy energy =
        bind(
            (Prior)
                guard.guard(
                    new Flat(
                        () -> {
                          inside.countDown();
                          await(goOn);
                        })));
    FutureTask<double[]> call = start(() -> energy.values(ImageStack.zeros(1, SHAPE)));
    await(inside);
    FutureTask<Boolean> end = start(this::close);
    awaitClosing();

    boolean endedEarly = end.isDone();
    goOn.countDown();

    assertThat(endedEarly).isFalse();
    assertThat(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).containsExactly(7);
    assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void should_end_a_running_restoration_with_its_best_estimate() throws Exception {
    Restorer endless = (Restorer) guard.guard(new Endless());
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<WithdrawnException> run =
        start(
            () ->
                catchThrowableOfType(
                    WithdrawnException.class, () -> restore(endless, begun::countDown)));
    await(begun);

    guard.close();

    WithdrawnException error = run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(error.plugin()).isEqualTo("endless");
    assertThat(error.bestEstimate().orElseThrow().pixels()).containsOnly(0.5f);
  }

  @Test
  void should_leave_a_restoration_that_its_caller_stops_cancelled() {
    Restorer endless = (Restorer) guard.guard(new Endless());

    Restoration stopped =
        endless.restore(
            ImageStack.zeros(1, SHAPE), null, null, endless.descriptor().defaults(), p -> false);

    assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void should_close_the_models_that_a_reader_has_opened_when_it_goes() {
    Flat model = new Flat();
    PriorReader reader = (PriorReader) guard.guard(new Reader(model));
    Prior opened = reader.open(Path.of("flat.txt"));

    guard.close();
    opened.close();

    assertThat(model.closed).isEqualTo(1);
    assertThatThrownBy(() -> bind(opened)).isInstanceOf(WithdrawnException.class);
  }

  @Test
  void should_leave_plugins_open_that_the_runtime_owns() {
    Flat flat = new Flat();

    guard.guard(flat).close();

    assertThat(flat.closed).isZero();
  }

  private boolean close() {
    guard.close();
    return true;
  }

  private void awaitClosing() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!guard.gate().isClosed()) {
      assertThat(System.nanoTime()).as("the guard closes").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static Restoration restore(Restorer restorer, Runnable onStep) {
    Monitor monitor =
        progress -> {
          onStep.run();
          return true;
        };
    return restorer.restore(
        ImageStack.zeros(1, SHAPE), null, null, restorer.descriptor().defaults(), monitor);
  }

  private static PriorModel bind(Prior prior) {
    return prior.bind(SHAPE, prior.descriptor().defaults());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** A prior to which all images are alike; its author has not thought of withdrawal. */
  private static final class Flat implements Prior {
    private final Runnable onCall;
    private int closed;

    Flat() {
      this(() -> {});
    }

    Flat(Runnable onCall) {
      this.onCall = onCall;
    }

    @Override
    public Descriptor descriptor() {
      return Descriptor.of("flat", "likes all images");
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public PriorModel bind(Shape shape, Parameters parameters) {
      if (!shape.equals(SHAPE)) {
        throw new InvalidInputException("too small");
      }
      return new Model();
    }

    @Override
    public void close() {
      closed++;
    }

    private final class Model implements PriorModel {
      @Override
      public Shape shape() {
        return SHAPE;
      }

      @Override
      public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
        onCall.run();
        Arrays.fill(values, 7);
      }

      @Override
      public Optional<ResidualLaw> residualLaw() {
        return Optional.of(new Half());
      }
    }

    private static final class Half implements ResidualLaw {
      @Override
      public Shape shape() {
        return SHAPE;
      }

      @Override
      public void deviations(ImageStack decoded, ImageStack deviations) {
        Arrays.fill(deviations.pixels(), 0.5f);
      }
    }
  }

  /** Goes on until it is told to stop. */
  private static final class Endless implements Restorer {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("endless", "never gets there");
    }

    @Override
    public Restoration restore(
        ImageStack y, ForwardModel model, PriorModel prior, Parameters p, Monitor monitor) {
      ImageStack x = y.like();
      Arrays.fill(x.pixels(), 0.5f);
      long steps = 0;
      while (monitor.proceed(new Progress("on and on", steps, steps, Double.NaN, 0))) {
        steps++;
      }
      return Restoration.of(x, Outcome.CANCELLED, new double[1], steps);
    }
  }

  /** Opens any file as the same prior. */
  private record Reader(Prior model) implements PriorReader {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("reader", "opens files");
    }

    @Override
    public boolean accepts(Path file) {
      return true;
    }

    @Override
    public Prior open(Path file) {
      return model;
    }
  }
}
