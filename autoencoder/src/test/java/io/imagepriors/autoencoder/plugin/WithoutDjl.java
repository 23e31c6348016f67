package io.imagepriors.autoencoder.plugin;

import io.imagepriors.api.Plugin;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/** Loads the product's classes anew, but for the api, and has no DJL. */
public final class WithoutDjl extends URLClassLoader {

  /** Over the class path of the test. */
  public WithoutDjl() {
    super(urls(), Plugin.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("ai.djl.")) {
      throw new ClassNotFoundException(name);
    }
    if (name.startsWith("io.imagepriors.") && !name.startsWith("io.imagepriors.api.")) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
    return super.loadClass(name, resolve);
  }

  private static URL[] urls() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> url(Path.of(entry)))
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path.toString(), e);
    }
  }
}
