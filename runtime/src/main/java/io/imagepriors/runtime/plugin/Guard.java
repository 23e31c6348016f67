package io.imagepriors.runtime.plugin;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.WithdrawnException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between the plug-ins of one bundle and whoever uses them, so that the bundle's classes and
 * files go only when no call is inside. After {@link #close} every call throws {@link
 * WithdrawnException}, whether the plug-in's author thought of that or not.
 *
 * <p>What a plug-in gives that can be called in turn (a prior's model, its latent space, a forward
 * model, its likelihood, an opened model file) is guarded alike. Thread-safe.
 */
final class Guard implements AutoCloseable {
  /** Less than a bundle gets for its end: a call that hangs must not keep the rest from ending. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CallGate gate = new CallGate();
  private final Set<Plugin> opened = ConcurrentHashMap.newKeySet();

  /** A plug-in as its users see it, with all interfaces of the api that it has. */
  Plugin guard(Plugin plugin) {
    return (Plugin) proxy(plugin, new GuardedCalls(plugin, plugin.descriptor(), this));
  }

  CallGate gate() {
    return gate;
  }

  /** What a method has given, guarded if it can be called. */
  Object guardResult(Object result, GuardedCalls giver) {
    if (result instanceof Optional<?> optional) {
      return optional.map(value -> guardResult(value, giver));
    }
    if (result instanceof Plugin plugin) { // a reader has opened a model file
      opened.add(plugin);
      return guard(plugin);
    }
    if (result == null || interfaces(result.getClass()).isEmpty()) {
      return result;
    }
    return proxy(result, new GuardedCalls(result, giver.descriptor(), this));
  }

  /**
   * Closes what was opened through this, when its user is done. Plug-ins of the bundle itself are
   * the runtime's to close.
   */
  void closeOpened(Object plugin) {
    if (plugin instanceof Plugin known && opened.remove(known)) {
      known.close();
    }
  }

  /** Turns new calls away, waits for those that run, and closes what was opened through this. */
  @Override
  public void close() {
    gate.close(PATIENCE);
    opened.forEach(this::closeQuietly);
  }

  private void closeQuietly(Plugin plugin) {
    try {
      closeOpened(plugin);
    } catch (RuntimeException | LinkageError e) {
      return; // its bundle is going, and nobody is left who could mend it
    }
  }

  private static Object proxy(Object target, GuardedCalls calls) {
    return Proxy.newProxyInstance(
        Plugin.class.getClassLoader(), interfaces(target.getClass()).toArray(Class[]::new), calls);
  }

  /** The interfaces of the api that a class has, through whatever classes and interfaces. */
  private static Set<Class<?>> interfaces(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Class<?> implemented : at.getInterfaces()) {
        if (implemented.getPackage() == Plugin.class.getPackage()) {
          found.add(implemented);
        }
        found.addAll(interfaces(implemented));
      }
    }
    return found;
  }
}
