package io.imagepriors.tasks.degradation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the data terms keep between calls is neither made anew nor shared by calls side by side. */
class DataTermBuffersTest {
  private static final Shape SHAPE = Shape.grey(28, 28);
  private static final int CALLS = 200;

  /**
   * A hundredth of one image of float32: a stack for each call would be a hundred times as much.
   */
  private static final long LITTLE = 32;

  static Stream<ForwardModel> models() {
    ForwardModel blur = model(new Blur(), SHAPE, Map.of("gaussian", "1.5"));
    ForwardModel small = model(new Downsample(), SHAPE, Map.of());
    return Stream.of(
        blur,
        model(new Blur(), SHAPE, Map.of("motion", "7")),
        small,
        model(new CompressedSensing(), SHAPE, Map.of()),
        blur.then(model(new Mask(), SHAPE, Map.of("hole", "10"))),
        blur.then(small));
  }

  @ParameterizedTest
  @MethodSource("models")
  void should_allocate_nothing_in_a_loop(ForwardModel model) {
    // given
    Energy energy = model.likelihood(ImageStack.zeros(1, model.degraded()));
    ImageStack x = images(4);
    ImageStack gradient = x.like();
    double[] values = new double[4];
    assumeThat(ManagementFactory.getThreadMXBean()).isInstanceOf(ThreadMXBean.class);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeThat(threads.isThreadAllocatedMemorySupported()).isTrue();
    long thread = Thread.currentThread().getId();

    // when: the first calls make the buffers
    energy.valueAndGradient(x, values, gradient);
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < CALLS; i++) {
      energy.valueAndGradient(x, values, gradient);
    }
    long bytes = threads.getThreadAllocatedBytes(thread) - before;

    // then
    assertThat(bytes / CALLS).isLessThan(LITTLE);
  }

  @ParameterizedTest
  @MethodSource("models")
  void should_give_the_same_bits_whatever_other_threads_and_counts_do(ForwardModel model)
      throws Exception {
    // given
    Energy energy = model.likelihood(ImageStack.zeros(1, model.degraded()));
    List<ImageStack> stacks = List.of(images(1), images(3), images(3), images(5));
    List<float[]> expected = stacks.stream().map(x -> gradient(energy, x)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(stacks.size());
    try {
      // when
      List<Callable<Boolean>> calls =
          stacks.stream()
              .<Callable<Boolean>>map(
                  x -> () -> isAlways(energy, x, expected.get(stacks.indexOf(x))))
              .toList();

      // then
      for (Future<Boolean> same : pool.invokeAll(calls)) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean isAlways(Energy energy, ImageStack x, float[] expected) {
    boolean same = true;
    for (int i = 0; i < CALLS; i++) {
      same &= Arrays.equals(gradient(energy, x), expected);
    }
    return same;
  }

  private static float[] gradient(Energy energy, ImageStack x) {
    ImageStack gradient = x.like();
    energy.valueAndGradient(x, new double[x.count()], gradient);
    return gradient.pixels();
  }

  private static ForwardModel model(Degradation degradation, Shape shape, Map<String, String> set) {
    return degradation.bind(shape, degradation.descriptor().defaults().with(set));
  }

  private static ImageStack images(int count) {
    ImageStack images = ImageStack.zeros(count, SHAPE);
    SplittableRandom random = new SplittableRandom(count);
    for (int i = 0; i < images.pixels().length; i++) {
      images.pixels()[i] = (float) random.nextDouble();
    }
    return images;
  }
}
