package io.imagepriors.experiments;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;

/**
 * PyTorch on one thread of the processor. Closing frees every array made with {@link #manager()}.
 */
final class Torch implements AutoCloseable {
  private final Engine engine;
  private final NDManager manager;

  private Torch(Engine engine) {
    this.engine = engine;
    this.manager = engine.newBaseManager(Device.cpu());
  }

  /** Starts the engine if this is its first use in the process. */
  static Torch open() {
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    return new Torch(Engine.getEngine("PyTorch"));
  }

  NDManager manager() {
    return manager;
  }

  /** Records operations until it is closed; one at a time in a process. */
  GradientCollector newGradientCollector() {
    return engine.newGradientCollector();
  }

  @Override
  public void close() {
    manager.close();
  }
}
