package io.imagepriors.conformance;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where checks get instances of a plug-in from that nobody else uses. Immutable.
 *
 * @param <P> its kind
 */
final class Copies<P extends Plugin> {
  private final Source<P> source;
  private final Class<?> door;

  private Copies(Source<P> source, Class<?> door) {
    this.source = source;
    this.door = door;
  }

  private interface Source<P extends Plugin> {
    /** A new instance, with its code from that loader where it has code of its own. */
    Copy<P> open(ClassLoader code);
  }

  /** None: checks that need one are not applicable. */
  static <P extends Plugin> Copies<P> none() {
    return new Copies<>(
        code -> {
          throw new NotApplicable("no way to open another instance was given");
        },
        null);
  }

  /** What the supplier gives; the code is shared with all other instances. */
  static <P extends Plugin> Copies<P> of(Supplier<? extends P> opener) {
    return new Copies<>(code -> new Copy<>(opener.get(), List.of()), null);
  }

  /** What a jar's provider gives by that kind and name, its code loaded anew for each copy. */
  static <P extends Plugin> Copies<P> of(
      Class<? extends PluginProvider> provider, Class<P> kind, String name) {
    return new Copies<>(code -> pick(provide(provider, code), kind, name), provider);
  }

  /** What each copy makes in its turn. */
  <Q extends Plugin> Copies<Q> making(Function<? super P, ? extends Q> making) {
    return new Copies<>(
        code -> {
          Copy<P> copy = source.open(code);
          return copy.around(making.apply(copy.plugin()));
        },
        door);
  }

  /** A new instance, which shares no static field with any other where code is loaded anew. */
  Copy<P> open() {
    return source.open(door == null ? null : newLoader());
  }

  /** A new instance with its code from {@link #newLoader}. */
  Copy<P> open(ClassLoader code) {
    return source.open(code);
  }

  /** A loader that has loaded the provider and nothing else. */
  ClassLoader newLoader() {
    if (door == null) {
      throw new NotApplicable("the provider that gives it was not named");
    }
    SecondLoader loader = new SecondLoader(door);
    load(door, loader);
    return loader;
  }

  private static Class<?> load(Class<?> door, ClassLoader loader) {
    try {
      return Class.forName(door.getName(), false, loader);
    } catch (ClassNotFoundException e) {
      throw new Violation("can't be loaded a second time: " + e.getMessage(), e);
    }
  }

  /** With the context loader that the product gives to providers. */
  private static List<Plugin> provide(Class<?> provider, ClassLoader code) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(code);
    try {
      Object made = load(provider, code).getConstructor().newInstance();
      return ((PluginProvider) made).plugins();
    } catch (ReflectiveOperationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new Violation("its provider fails: " + Violation.describe(cause), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static <P extends Plugin> Copy<P> pick(List<Plugin> all, Class<P> kind, String name) {
    List<Plugin> others = new ArrayList<>(all);
    for (Plugin plugin : all) {
      if (kind.isInstance(plugin) && plugin.name().equals(name)) {
        others.remove(plugin);
        return new Copy<>(kind.cast(plugin), others);
      }
    }
    others.forEach(Plugin::close);
    throw InvalidInputException.unknown(
        kind.getSimpleName() + " of the provider",
        name,
        all.stream().filter(kind::isInstance).map(Plugin::name).toList());
  }
}
