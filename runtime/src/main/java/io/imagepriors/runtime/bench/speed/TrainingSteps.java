package io.imagepriors.runtime.bench.speed;

import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Progress;
import io.imagepriors.api.Trainer;
import io.imagepriors.runtime.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Steps of a training as its users get them, held and let go between two steps: it runs on a thread
 * of its own and waits in its monitor while nobody wants steps. Whatever comes with steps counts:
 * checkpoints, and measuring on what is held back.
 */
public final class TrainingSteps implements Work, AutoCloseable {
  /** Images of a pass, as many as the shipped models learned from. */
  private static final int IMAGES = 50_000;

  private static final int BATCH = 250;
  private static final long PATIENCE_SECONDS = 120;

  private final Clock clock;
  private final Path folder;
  private final Thread training;
  private final SynchronousQueue<Integer> wanted = new SynchronousQueue<>();
  private final SynchronousQueue<Long> taken = new SynchronousQueue<>();
  private volatile RuntimeException failure;
  private int left;
  private long begin;

  /** Ends a training of whose model nobody has any use. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("measured long enough", null, false, false);
    }
  }

  private TrainingSteps(
      Clock clock, Trainer trainer, LabelledImages images, Parameters parameters, Path folder) {
    this.clock = clock;
    this.folder = folder;
    Parameters endless = parameters.with(Map.of("epochs", "1000", "batch", "" + BATCH));
    LabelledImages many = new Repeated(images, Math.max(IMAGES, images.count()));
    this.training =
        new Thread(
            () -> {
              try {
                trainer.train(many, folder.resolve("model.onnx"), endless, this::step);
              } catch (Enough e) {
                return; // as it was asked to
              } catch (RuntimeException e) {
                failure = e;
              }
            },
            "bench training");
    training.setDaemon(true);
  }

  /**
   * Starts a training and waits for its first step.
   *
   * @param parameters of the trainer; passes and batch are chosen here
   * @param workshop where its files may lie meanwhile
   */
  public static TrainingSteps start(
      Clock clock, Trainer trainer, LabelledImages images, Parameters parameters, Path workshop) {
    try {
      Files.createDirectories(workshop);
      Path folder = Files.createTempDirectory(workshop, "training-");
      TrainingSteps steps = new TrainingSteps(clock, trainer, images, parameters, folder);
      steps.training.start();
      steps.nanos(1);
      return steps;
    } catch (IOException e) {
      throw new IllegalStateException("no training can be started in " + workshop, e);
    }
  }

  /** Images of one step. */
  public int batch() {
    return BATCH;
  }

  @Override
  public long nanos(int times) {
    try {
      hand(times);
      Long nanos = null;
      while (nanos == null) {
        nanos = taken.poll(1, TimeUnit.SECONDS);
        requireAlive();
      }
      return nanos;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }

  private void hand(int times) throws InterruptedException {
    while (!wanted.offer(times, 1, TimeUnit.SECONDS)) {
      requireAlive();
    }
  }

  private void requireAlive() {
    if (failure != null) {
      throw failure;
    }
    if (!training.isAlive()) {
      throw new IllegalStateException("the training has ended by itself");
    }
  }

  /** The monitor, on the training's thread: the time of a step ends here. */
  private boolean step(Progress progress) {
    left--;
    if (left > 0) {
      return true;
    }
    try {
      if (left == 0) {
        taken.put(clock.nanos() - begin);
      }
      left = wanted.take();
    } catch (InterruptedException e) {
      throw new Enough();
    }
    begin = clock.nanos();
    return true;
  }

  /** Ends the training and removes its files. */
  @Override
  public void close() {
    training.interrupt();
    try {
      training.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(AtomicFile::delete);
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
    AtomicFile.delete(folder);
  }
}
