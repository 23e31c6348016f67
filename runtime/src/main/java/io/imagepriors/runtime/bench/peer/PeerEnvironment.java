package io.imagepriors.runtime.bench.peer;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a peer's process must find, or must not find, in its environment.
 *
 * <p>Its libraries for matrix products count the machine's cores by themselves: {@code
 * torch.set_num_threads} does not reach OpenBLAS. Settings of the C library's allocator that this
 * process was started with are no business of the peer's.
 */
public enum PeerEnvironment {
  /**
   * As PyTorch is fastest: what a step of a training frees is kept for the next, where the C
   * library by itself would give it back to the system and take it again; threads that wait sleep.
   */
  TUNED,

  /** As whoever calls {@code python} gets it, but for the number of threads. */
  AS_IT_COMES;

  private static final Map<String, String> FASTEST =
      Map.of(
          "MALLOC_MMAP_THRESHOLD_", "33554432",
          "MALLOC_TRIM_THRESHOLD_", "536870912",
          "OMP_WAIT_POLICY", "PASSIVE");

  private static final List<String> THREADS =
      List.of(
          "OPENBLAS_NUM_THREADS",
          "OMP_NUM_THREADS",
          "MKL_NUM_THREADS",
          "BLIS_NUM_THREADS",
          "NUMEXPR_NUM_THREADS");

  /** What variables of the allocator begin with, and the newer way to them. */
  private static final String ALLOCATOR = "MALLOC_";

  private static final String TUNABLES = "GLIBC_TUNABLES";

  /** As users read it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Changes the environment of a process that is about to be started.
   *
   * @param environment changed in place
   * @param threads that each library may use
   */
  void prepare(Map<String, String> environment, int threads) {
    environment.keySet().removeIf(name -> name.startsWith(ALLOCATOR) || name.equals(TUNABLES));
    if (this == TUNED) {
      environment.putAll(FASTEST);
    }
    THREADS.forEach(name -> environment.put(name, Integer.toString(threads)));
  }
}
