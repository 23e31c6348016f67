package io.imagepriors.runtime.catalog;

import java.io.File;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/** The file behind a bundle, as people know it. */
public final class PluginFile {
  private static final String[] SCHEMES = {"reference:", "file:"};

  private static final Pattern NUMBER = Pattern.compile("^plug-in-\\d+:");

  private PluginFile() {}

  /** The location of a bundle that is made of a file, one of several with different numbers. */
  public static String location(File file, long number) {
    return "plug-in-" + number + ":" + file;
  }

  /** The path in the bundle's location, or the whole location where it is no file. */
  public static String of(Bundle bundle) {
    String path = NUMBER.matcher(bundle.getLocation()).replaceFirst("");
    for (String scheme : SCHEMES) {
      if (path.startsWith(scheme)) {
        path = path.substring(scheme.length());
      }
    }
    return path;
  }
}
