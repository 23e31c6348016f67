package io.imagepriors.runtime.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerEnvironmentTest {

  @Test
  void should_bind_every_library_to_the_same_number_of_threads() {
    Map<String, String> environment = new HashMap<>(Map.of("OMP_NUM_THREADS", "8"));

    PeerEnvironment.TUNED.prepare(environment, 2);

    assertThat(environment)
        .containsEntry("OPENBLAS_NUM_THREADS", "2")
        .containsEntry("OMP_NUM_THREADS", "2")
        .containsEntry("MKL_NUM_THREADS", "2");
  }

  @Test
  void should_set_the_allocator_whatever_this_process_was_started_with() {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "MALLOC_ARENA_MAX", "2",
                "MALLOC_MMAP_THRESHOLD_", "262144",
                "MALLOC_TRIM_THRESHOLD_", "262144",
                "PATH", "/usr/bin"));

    PeerEnvironment.TUNED.prepare(environment, 1);

    assertThat(environment)
        .containsEntry("PATH", "/usr/bin")
        .containsEntry("MALLOC_MMAP_THRESHOLD_", "33554432")
        .containsEntry("MALLOC_TRIM_THRESHOLD_", "536870912")
        .doesNotContainKey("MALLOC_ARENA_MAX");
  }

  @Test
  void should_leave_a_peer_as_it_comes_without_settings_of_this_process() {
    Map<String, String> environment =
        new HashMap<>(Map.of("MALLOC_TRIM_THRESHOLD_", "262144", "PATH", "/usr/bin"));

    PeerEnvironment.AS_IT_COMES.prepare(environment, 1);

    assertThat(environment)
        .containsEntry("PATH", "/usr/bin")
        .containsEntry("OMP_NUM_THREADS", "1")
        .doesNotContainKeys("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_", "OMP_WAIT_POLICY");
  }
}
