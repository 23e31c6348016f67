package io.imagepriors.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C for a single command: the first asks it to stop, so that it may save its work, the second
 * ends the process. A shutdown hook could not do it: while the JVM shuts down, native libraries
 * that register hooks of their own no longer load.
 */
final class Interrupts {
  private static final int CANCELLED = 130;
  private static final long NOTICE_SECONDS = 2;

  private final Runnable cancel;
  private final CountDownLatch finished;
  private final AtomicInteger count = new AtomicInteger();

  private Interrupts(Runnable cancel, CountDownLatch finished) {
    this.cancel = cancel;
    this.finished = finished;
  }

  /**
   * Takes over Ctrl-C, by reflection since the JDK has no public type for it; where that fails, it
   * ends the process as usual.
   *
   * @param cancel asks the command to stop
   * @param finished opens when the command has ended
   */
  static void handle(Runnable cancel, CountDownLatch finished) {
    Interrupts interrupts = new Interrupts(cancel, finished);
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler onCall =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> interrupts.arrived();
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "Ctrl-C";
              };
      Object proxy =
          Proxy.newProxyInstance(
              Interrupts.class.getClassLoader(), new Class<?>[] {handler}, onCall);
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      signal.getMethod("handle", signal, handler).invoke(null, interrupt, proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return; // a JVM without signals, or one that was told to leave them alone (-Xrs)
    }
  }

  private Object arrived() throws InterruptedException {
    if (count.incrementAndGet() > 1) {
      System.exit(CANCELLED);
    }
    cancel.run();
    if (!finished.await(NOTICE_SECONDS, TimeUnit.SECONDS)) {
      System.err.println("stopping; press Ctrl-C again to stop at once");
    }
    return null; // the method that is handled returns nothing
  }
}
