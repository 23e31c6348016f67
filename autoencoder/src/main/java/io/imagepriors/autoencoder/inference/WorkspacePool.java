package io.imagepriors.autoencoder.inference;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Workspaces that nobody uses right now; as many as were ever used at once. Thread-safe. */
final class WorkspacePool implements AutoCloseable {
  /** Larger batches are split: they are hardly faster (measured), and need more memory. */
  private static final int LARGEST_BATCH_VALUES = 51_200;

  private final List<Port> ports;
  private final int most;
  private final ConcurrentLinkedDeque<Workspace> idle = new ConcurrentLinkedDeque<>();

  /**
   * @param ports what each workspace holds
   * @param fixedRows the only number of rows the graph takes, or 0 if it takes any
   */
  WorkspacePool(List<Port> ports, int fixedRows) {
    this.ports = List.copyOf(ports);
    int largest = ports.stream().mapToInt(port -> port.row().size()).max().orElse(1);
    this.most = fixedRows > 0 ? fixedRows : Math.max(1, LARGEST_BATCH_VALUES / largest);
  }

  /**
   * How many of {@code count} rows to evaluate at once, at most: such that all evaluations have
   * about as many. A short one at the end would be slow, and its tensors made anew each time.
   */
  int chunk(int count) {
    int parts = (count + most - 1) / most;
    return (count + parts - 1) / parts;
  }

  /** The number of values in one row of all ports together. */
  int rowSize() {
    return ports.stream().mapToInt(port -> port.row().size()).sum();
  }

  Workspace take() {
    Workspace workspace = idle.pollFirst();
    return workspace == null ? new Workspace(ports) : workspace;
  }

  void give(Workspace workspace) {
    idle.addFirst(workspace);
  }

  /** Frees all idle workspaces. */
  @Override
  public void close() {
    idle.forEach(Workspace::close);
    idle.clear();
  }
}
