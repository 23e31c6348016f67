package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end while it trains. */
class ProcessEndTest {
  private static final Blobs IMAGES = Blobs.of(120);

  @Test
  void should_keep_a_checkpoint_and_end_in_order_when_the_process_ends(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path model = folder.resolve("a.onnx");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                Trains.class.getName(),
                model.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

    assertThat(Files.readString(log)).contains("the same command goes on from");
    assertThat(process.exitValue()).isEqualTo(Trains.EXIT);
    assertThat(model).doesNotExist();
    AutoencoderTrainer trainer = RandomPull.trainer();
    trainer.train(IMAGES, model, RandomPull.quick(trainer), Monitor.none());
    Path undisturbed = folder.resolve("b.onnx");
    trainer.train(IMAGES, undisturbed, RandomPull.quick(trainer), Monitor.none());
    assertThat(model).hasSameBinaryContentAs(undisturbed);
  }

  /** Trains until a shutdown begins at step 8, and stops when the shutdown's hook says so. */
  static final class Trains {
    static final int EXIT = 7;

    public static void main(String[] arguments) {
      Thread training = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(training)));
      AutoencoderTrainer trainer = RandomPull.trainer();
      Monitor ending =
          progress -> {
            if (progress.done() < 8) {
              return true;
            }
            new Thread(() -> System.exit(EXIT)).start();
            awaitInterrupt();
            return true;
          };
      try {
        trainer.train(IMAGES, Path.of(arguments[0]), RandomPull.quick(trainer), ending);
      } catch (InvalidInputException e) {
        System.out.println(e.getMessage());
      }
    }

    private static void stop(Thread training) {
      training.interrupt();
      try {
        training.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void awaitInterrupt() {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
    }
  }
}
