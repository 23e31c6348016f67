package io.imagepriors.autoencoder.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import io.imagepriors.autoencoder.network.Architecture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxPriorThreadsTest {
  private static final int THREADS = 8;
  private static final Shape SHAPE = Shape.grey(8, 8);

  @TempDir static Path folder;

  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

  @BeforeAll
  static void export() {
    TestModels.export(Architecture.CONV.create(SHAPE, 8), folder.resolve("model.onnx"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    executor.shutdownNow();
    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void should_give_all_threads_what_it_gives_one() throws Exception {
    // given
    try (OnnxPrior prior = OnnxPrior.of(folder.resolve("model.onnx"))) {
      PriorModel model = TestModels.bind(prior);
      List<float[]> expected = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        expected.add(gradient(model, i));
      }

      // when
      List<Callable<List<float[]>>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int seed = i;
        tasks.add(() -> List.of(gradient(model, seed), gradient(model, seed)));
      }
      List<Future<List<float[]>>> results = executor.invokeAll(tasks, 60, TimeUnit.SECONDS);

      // then
      for (int i = 0; i < THREADS; i++) {
        for (float[] found : results.get(i).get()) {
          assertThat(found).isEqualTo(expected.get(i));
        }
      }
    }
  }

  @Test
  void should_let_running_evaluations_finish_when_it_is_closed() throws Exception {
    // given: threads that evaluate until they are turned away
    for (int round = 0; round < 10; round++) {
      OnnxPrior prior = OnnxPrior.of(folder.resolve("model.onnx"));
      PriorModel model = TestModels.bind(prior);
      float[] expected = gradient(model, 1);
      CountDownLatch running = new CountDownLatch(THREADS);
      List<Future<Boolean>> ends = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        ends.add(executor.submit(() -> evaluateUntilWithdrawn(model, expected, running)));
      }
      assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();

      // when
      prior.close();

      // then: every evaluation that got in gave the right result, and every thread was told
      assertThat(all(ends)).hasSize(THREADS).containsOnly(true);
    }
  }

  private static boolean evaluateUntilWithdrawn(
      PriorModel model, float[] expected, CountDownLatch running) {
    boolean first = true;
    while (true) {
      try {
        assertThat(gradient(model, 1)).isEqualTo(expected);
      } catch (WithdrawnException e) {
        return !first;
      }
      if (first) {
        running.countDown();
        first = false;
      }
    }
  }

  private static List<Boolean> all(List<Future<Boolean>> futures)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<Boolean> results = new ArrayList<>();
    for (Future<Boolean> future : futures) {
      results.add(future.get(60, TimeUnit.SECONDS));
    }
    return results;
  }

  private static float[] gradient(PriorModel model, int seed) {
    ImageStack x = TestModels.noise(1 + seed % 3, SHAPE, seed);
    ImageStack gradient = x.like();
    model.valueAndGradient(x, new double[x.count()], gradient);
    return gradient.pixels();
  }
}
