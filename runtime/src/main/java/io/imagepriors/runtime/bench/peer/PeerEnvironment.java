package io.imagepriors.runtime.bench.peer;

import java.util.List;
import java.util.Map;

/**
 * What a peer's process must find, or must not find, in its environment for a fair comparison.
 *
 * <p>Its libraries for matrix products count the machine's cores by themselves: {@code
 * torch.set_num_threads} does not reach OpenBLAS. The C library's allocator is set as it is best
 * for PyTorch, whatever this process itself was started with: left alone, it gives memory back to
 * the system after each step of a training and takes it again in the next.
 */
final class PeerEnvironment {
  private static final List<String> THREADS =
      List.of(
          "OPENBLAS_NUM_THREADS",
          "OMP_NUM_THREADS",
          "MKL_NUM_THREADS",
          "BLIS_NUM_THREADS",
          "NUMEXPR_NUM_THREADS");

  /**
   * Settings of the allocator, {@code MALLOC_ARENA_MAX} and the like, and the newer way to them.
   */
  private static final String ALLOCATOR = "MALLOC_";

  private static final String TUNABLES = "GLIBC_TUNABLES";

  /** Blocks up to 32 MB are not mapped one by one, and up to 512 MB that are free are kept. */
  private static final Map<String, String> FAST =
      Map.of("MALLOC_MMAP_THRESHOLD_", "33554432", "MALLOC_TRIM_THRESHOLD_", "536870912");

  /** PyTorch's threads and OpenBLAS's would keep each other from the cores while they wait. */
  private static final Map<String, String> PATIENT = Map.of("OMP_WAIT_POLICY", "PASSIVE");

  private PeerEnvironment() {}

  /**
   * Changes the environment of a process that is about to be started.
   *
   * @param environment changed in place
   * @param threads that each library may use
   */
  static void prepare(Map<String, String> environment, int threads) {
    environment.keySet().removeIf(name -> name.startsWith(ALLOCATOR) || name.equals(TUNABLES));
    environment.putAll(FAST);
    environment.putAll(PATIENT);
    THREADS.forEach(name -> environment.put(name, Integer.toString(threads)));
  }
}
