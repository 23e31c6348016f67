package io.imagepriors.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads the classes of one jar, folder or bundle a second time, for itself alone: what one instance
 * of a plug-in keeps in static fields, another from here never meets. All that comes from elsewhere
 * (the api, libraries, engines with native code) and all resources are shared with the first
 * loader. Thread-safe.
 *
 * <p>It takes the bytes from where the first loader has them, so it needs to know neither a file
 * nor whether it is in OSGi, and holds nothing open.
 */
final class SecondLoader extends ClassLoader {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ClassLoader first;
  private final URL place;

  /** Loads what comes from the same place as {@code door}. */
  SecondLoader(Class<?> door) {
    super(door.getSimpleName() + " copy " + NUMBER.incrementAndGet(), door.getClassLoader());
    this.first = door.getClassLoader();
    this.place = place(door);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      Class<?> original = first.loadClass(name);
      return isOfTheSamePlace(original) ? define(original) : original;
    }
  }

  private boolean isOfTheSamePlace(Class<?> original) {
    return original.getClassLoader() == first && Objects.equals(place(original), place);
  }

  /** Where a class comes from; null in OSGi, where a loader knows one place only. */
  private static URL place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  private Class<?> define(Class<?> original) throws ClassNotFoundException {
    String name = original.getName();
    try (InputStream in = first.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name + ": its bytes can't be read a second time");
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length, original.getProtectionDomain());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
