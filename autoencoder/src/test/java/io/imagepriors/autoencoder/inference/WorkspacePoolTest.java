package io.imagepriors.autoencoder.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.autoencoder.network.Dims;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkspacePoolTest {
  /** Of this many values a row, 16 rows are evaluated at once at most. */
  private static final List<Port> PORTS = List.of(new Port("x", Dims.of(16, 14, 14)));

  @Test
  void should_divide_large_stacks_evenly() {
    try (WorkspacePool pool = new WorkspacePool(PORTS, 0)) {
      assertThat(pool.chunk(1)).isEqualTo(1);
      assertThat(pool.chunk(16)).isEqualTo(16);
      assertThat(pool.chunk(17)).isEqualTo(9);
      assertThat(pool.chunk(128)).isEqualTo(16);
      assertThat(pool.chunk(130)).isEqualTo(15);
    }
  }

  @Test
  void should_keep_to_the_only_number_of_rows_that_a_graph_takes() {
    try (WorkspacePool pool = new WorkspacePool(PORTS, 1)) {
      assertThat(pool.chunk(128)).isEqualTo(1);
    }
  }
}
