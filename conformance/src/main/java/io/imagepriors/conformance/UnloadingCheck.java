package io.imagepriors.conformance;

import io.imagepriors.api.Plugin;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Whether the code of a plug-in can go once the plug-in is closed and dropped. A copy with a class
 * loader of its own is used by two threads that live on, as those of a pool do; then a weak
 * reference to the loader must clear. A loader of the same classes that nobody has used tells
 * whether this Java unloads classes at all when it is asked to.
 *
 * @param <P> the plug-in's kind
 */
final class UnloadingCheck<P extends Plugin> {
  private final Copies<P> copies;
  private final Consumer<P> use;

  /**
   * @param use binds an instance and computes something with it
   */
  UnloadingCheck(Copies<P> copies, Consumer<P> use) {
    this.copies = copies;
    this.use = use;
  }

  Check check() {
    return new Check(
        "class-loader",
        "leaves nothing behind that holds its code once it is closed and dropped",
        this::unload);
  }

  private void unload() throws Exception {
    WeakReference<ClassLoader> used;
    WeakReference<ClassLoader> unused;
    try (LivingThread one = new LivingThread("user 1 of a copy");
        LivingThread two = new LivingThread("user 2 of a copy")) {
      used = useAndDrop(one, two);
      if (Garbage.takes(used)) {
        return;
      }
      unused = one.call(() -> new WeakReference<>(copies.newLoader()));
      if (!Garbage.takes(unused)) {
        throw new NotApplicable("this Java does not unload classes when it is asked to");
      }
    }
    String holder =
        Garbage.takes(used) ? "a thread-local of a thread that used it" : namedHolder(used);
    throw new Violation("its class loader is held after it was closed: by " + holder);
  }

  private WeakReference<ClassLoader> useAndDrop(LivingThread one, LivingThread two)
      throws InterruptedException, ExecutionException {
    AtomicReference<Copy<P>> kept = new AtomicReference<>();
    WeakReference<ClassLoader> loader =
        one.call(
            () -> {
              ClassLoader fresh = copies.newLoader();
              kept.set(copies.open(fresh));
              use.accept(kept.get().plugin());
              return new WeakReference<>(fresh);
            });
    two.call(
        () -> {
          use.accept(kept.get().plugin());
          return null;
        });
    one.call(
        () -> {
          try (Copy<P> copy = kept.getAndSet(null)) {
            copy.plugin().close();
          }
          return null;
        });
    return loader;
  }

  private static String namedHolder(WeakReference<ClassLoader> reference) {
    ClassLoader loader = reference.get();
    List<String> threads =
        Thread.getAllStackTraces().entrySet().stream()
            .filter(entry -> isOf(loader, entry.getKey(), entry.getValue()))
            .map(entry -> "'" + entry.getKey().getName() + "'")
            .sorted()
            .toList();
    return threads.isEmpty()
        ? "something outside, such as a static list, a listener or a shutdown hook"
        : "the running thread " + String.join(", ", threads);
  }

  private static boolean isOf(ClassLoader loader, Thread thread, StackTraceElement[] stack) {
    return loader != null
        && (thread.getContextClassLoader() == loader
            || thread.getClass().getClassLoader() == loader
            || Arrays.stream(stack).anyMatch(f -> loader.getName().equals(f.getClassLoaderName())));
  }
}
