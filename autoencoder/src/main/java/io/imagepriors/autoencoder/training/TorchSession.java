package io.imagepriors.autoencoder.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.imagepriors.api.InvalidInputException;
import java.util.concurrent.Semaphore;

/**
 * PyTorch, for one training at a time: DJL allows one gradient collector per process. Opened, used
 * and closed on one thread; closing frees every array made with {@link #manager()}.
 */
final class TorchSession implements AutoCloseable {
  private static final String ENGINE = "PyTorch";
  private static final Semaphore ONE = new Semaphore(1);

  private final Engine engine;
  private final NDManager manager;
  private final int threadsBefore;

  private TorchSession(Engine engine, int threads) {
    this.engine = engine;
    this.threadsBefore = JniUtils.getNumThreads();
    JniUtils.setNumThreads(threads);
    this.manager = engine.newBaseManager(Device.cpu());
  }

  /**
   * Starts the engine if this is its first use in the process.
   *
   * @throws InvalidInputException if another training runs in this process, or the engine is not
   *     installed or does not start
   */
  static TorchSession open(int threads) {
    if (!ONE.tryAcquire()) {
      throw new InvalidInputException(
          "another training runs in this process: wait for it, stop it, or use another process");
    }
    boolean opened = false;
    try {
      TorchSession session = new TorchSession(start(), threads);
      opened = true;
      return session;
    } finally {
      if (!opened) {
        ONE.release();
      }
    }
  }

  private static Engine start() {
    setDefault("ai.djl.offline", "true");
    setDefault("OPT_OUT_TRACKING", "true");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // DJL looks for its engines and their natives through this loader. Under OSGi that would be
    // anyone's; and a first failure would stick for the life of the process.
    thread.setContextClassLoader(JniUtils.class.getClassLoader());
    try {
      return Engine.getEngine(ENGINE);
    } catch (EngineException | IllegalArgumentException | LinkageError e) {
      throw new InvalidInputException("PyTorch does not start: " + rootCause(e), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static String rootCause(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  Engine engine() {
    return engine;
  }

  /** Owns what lives as long as the session; steps use sub-managers. */
  NDManager manager() {
    return manager;
  }

  @Override
  public void close() {
    try {
      manager.close();
      JniUtils.setNumThreads(threadsBefore);
    } finally {
      ONE.release();
    }
  }
}
