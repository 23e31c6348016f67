package io.imagepriors.runtime.catalog;

import org.osgi.framework.Bundle;

/** The file behind a bundle, as people know it. */
public final class PluginFile {
  private static final String[] SCHEMES = {"reference:", "file:"};

  private PluginFile() {}

  /** The path in the bundle's location, or the whole location where it is no file. */
  public static String of(Bundle bundle) {
    String path = bundle.getLocation();
    for (String scheme : SCHEMES) {
      if (path.startsWith(scheme)) {
        path = path.substring(scheme.length());
      }
    }
    return path;
  }
}
