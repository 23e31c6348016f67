package io.imagepriors.launcher;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;

/**
 * The program. With arguments it runs one command and exits with its code; without, it is an
 * interactive shell.
 */
public final class Launcher {
  private final CountDownLatch finished = new CountDownLatch(1);

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
    boolean interactive = arguments.length == 0;
    Platform platform = Platform.start(distribution, storage, Map.of(), interactive);
    Interrupts.handle(platform.entry(Runnable.class, "cancel"), finished);
    @SuppressWarnings("unchecked") // the runtime bundle registers this type under that role
    ToIntFunction<String[]> entry = platform.entry(ToIntFunction.class, "run");
    int code = entry.applyAsInt(arguments);
    if (interactive) {
      platform.close();
    }
    return code;
  }
}
