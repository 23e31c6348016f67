package io.imagepriors.runtime.plugin;

import io.imagepriors.api.PluginProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.osgi.framework.Bundle;

/** The file in which a jar names its {@link PluginProvider}s, one class per line. */
final class ProviderFile {
  private static final String PATH = "META-INF/services/" + PluginProvider.class.getName();

  private ProviderFile() {}

  /** Whether a bundle has such a file. */
  static boolean isIn(Bundle bundle) {
    return bundle.getEntry(PATH) != null;
  }

  /**
   * The class names in a bundle's file, none if it has no such file.
   *
   * @throws IOException if the file can't be read
   */
  static List<String> read(Bundle bundle) throws IOException {
    URL file = bundle.getEntry(PATH);
    if (file == null) {
      return List.of();
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> line.replaceFirst("#.*", "").trim())
          .filter(line -> !line.isEmpty())
          .distinct()
          .toList();
    }
  }
}
