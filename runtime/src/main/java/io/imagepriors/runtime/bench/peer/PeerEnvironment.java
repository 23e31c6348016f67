package io.imagepriors.runtime.bench.peer;

import java.util.List;
import java.util.Map;

/**
 * What a peer's process must find, or must not find, in its environment for a fair comparison.
 *
 * <p>Its libraries for matrix products count the machine's cores by themselves: {@code
 * torch.set_num_threads} does not reach OpenBLAS. And this product's start script sets the C
 * library's allocator for its own needs, which PyTorch must not inherit.
 */
final class PeerEnvironment {
  private static final List<String> THREADS =
      List.of(
          "OPENBLAS_NUM_THREADS",
          "OMP_NUM_THREADS",
          "MKL_NUM_THREADS",
          "BLIS_NUM_THREADS",
          "NUMEXPR_NUM_THREADS");

  /** The C library's settings of its allocator, {@code MALLOC_ARENA_MAX} and the like. */
  private static final String ALLOCATOR = "MALLOC_";

  /** The newer way to set the same, which would override the C library's own choice, too. */
  private static final String TUNABLES = "GLIBC_TUNABLES";

  private PeerEnvironment() {}

  /**
   * Changes the environment of a process that is about to be started.
   *
   * @param environment changed in place
   * @param threads that each library may use
   */
  static void prepare(Map<String, String> environment, int threads) {
    environment.keySet().removeIf(name -> name.startsWith(ALLOCATOR) || name.equals(TUNABLES));
    THREADS.forEach(name -> environment.put(name, Integer.toString(threads)));
  }
}
