package io.imagepriors.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * The program. With arguments it runs one command and exits with its code; without, it is an
 * interactive shell.
 */
public final class Launcher {
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile Runnable cancel = () -> {};

  private Launcher() {}

  /** Runs and exits; an error that escapes everything else is one line and exit code 1. */
  public static void main(String[] arguments) {
    Launcher launcher = new Launcher();
    int code = 1;
    try {
      code = launcher.run(arguments);
    } catch (Exception | LinkageError e) {
      System.err.println(
          "internal error: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      if (Boolean.getBoolean("imagepriors.debug")) {
        e.printStackTrace();
      }
    } finally {
      launcher.finished.countDown();
    }
    System.exit(code);
  }

  private int run(String[] arguments) throws Exception {
    Distribution distribution = Distribution.find();
    Storage storage = Storage.create();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(storage), "shutdown"));
    boolean interactive = arguments.length == 0;
    Platform platform = Platform.start(distribution, storage, interactive);
    cancel = platform.entry(Runnable.class, "cancel");
    @SuppressWarnings("unchecked") // the runtime bundle registers this type under that role
    ToIntFunction<String[]> entry = platform.entry(ToIntFunction.class, "run");
    int code = entry.applyAsInt(arguments);
    if (interactive) {
      platform.close();
    }
    return code;
  }

  /** On Ctrl-C the command may still save its work: the process ends when it has. */
  private void shutDown(Storage storage) {
    cancel.run();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("gave up waiting for the command to stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    storage.close();
  }
}
