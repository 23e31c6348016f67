package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** A prior that comes and goes while it is in use. */
class PriorLifecycleIT {
  private static final int THREADS = 8;
  private static final int CYCLES = 20;
  private static final Shape SHAPE = Shape.grey(28, 28);

  @RegisterExtension static final RunningPlatform platform = new RunningPlatform();

  private final ImageStack images = randomImages();
  private final AtomicBoolean enough = new AtomicBoolean();
  private final AtomicLong evaluations = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();

  @AfterEach
  void leaveTheBundleStarted() throws Exception {
    bundle().start();
  }

  @Test
  void should_end_each_evaluation_right_or_withdrawn_when_stopped_under_load() throws Exception {
    double[] expected = bind(platform.await(Prior.class, "naive")).values(images);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> users = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      users.add(pool.submit(() -> use(expected)));
    }

    for (int cycle = 0; cycle < CYCLES; cycle++) {
      awaitMoreEvaluations();
      bundle().stop();
      bundle().start();
    }
    awaitMoreEvaluations();
    enough.set(true);

    for (Future<?> user : users) {
      user.get();
    }
    pool.shutdown();
    assertThat(evaluations.get()).isGreaterThanOrEqualTo(CYCLES);
    assertThat(bind(platform.await(Prior.class, "naive")).values(images)).isEqualTo(expected);
  }

  @Test
  void should_hand_over_the_best_estimate_when_withdrawn_while_restoring() throws Exception {
    PriorModel prior = bind(platform.await(Prior.class, "naive"));
    Restorer map = platform.await(Restorer.class, "map");
    Degradation noise = platform.await(Degradation.class, "gaussian-noise");
    ForwardModel model = noise.bind(SHAPE, noise.descriptor().defaults());
    ImageStack y = model.sample(images, new SplittableRandom(1));
    Monitor stopper =
        progress -> {
          if (progress.done() == 10) {
            stopBundle();
          }
          return true;
        };

    WithdrawnException error =
        catchThrowableOfType(
            WithdrawnException.class,
            () -> map.restore(y, model, prior, map.descriptor().defaults(), stopper));

    assertThat(error.plugin()).isEqualTo("naive");
    assertThat(error.bestEstimate()).isPresent();
    assertThat(error.bestEstimate().orElseThrow().count()).isEqualTo(images.count());
  }

  /** Looks the prior up again for each evaluation, as documented. */
  private void use(double[] expected) {
    while (!enough.get()) {
      ServiceReference<Prior> reference = reference();
      Prior prior = reference == null ? null : platform.context().getService(reference);
      if (prior == null) {
        refusals.incrementAndGet();
        Thread.onSpinWait();
        continue;
      }
      try {
        assertThat(bind(prior).values(images)).isEqualTo(expected);
        evaluations.incrementAndGet();
      } catch (WithdrawnException e) {
        refusals.incrementAndGet();
      }
    }
  }

  private ServiceReference<Prior> reference() {
    try {
      return platform
          .context()
          .getServiceReferences(Prior.class, "(imagepriors.name=naive)")
          .stream()
          .findFirst()
          .orElse(null);
    } catch (org.osgi.framework.InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitMoreEvaluations() {
    long target = evaluations.get() + THREADS;
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (evaluations.get() < target) {
      assertThat(System.nanoTime()).as("evaluations go on").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static void stopBundle() {
    try {
      bundle().stop();
    } catch (org.osgi.framework.BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Bundle bundle() {
    return platform.bundle("io.imagepriors.priors-naive");
  }

  private static PriorModel bind(Prior prior) {
    return prior.bind(SHAPE, prior.descriptor().defaults());
  }

  private static ImageStack randomImages() {
    ImageStack images = ImageStack.zeros(4, SHAPE);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < images.pixels().length; i++) {
      images.pixels()[i] = (float) random.nextDouble();
    }
    return images;
  }
}
