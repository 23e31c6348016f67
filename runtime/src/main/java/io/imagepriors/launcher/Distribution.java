package io.imagepriors.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The folders of an installed product.
 *
 * @param home the folder that holds all others
 * @param plugins where users drop plug-ins
 */
record Distribution(Path home, Path plugins) {
  /** The system property that names the home; without it the launcher's own jar tells. */
  static final String HOME_PROPERTY = "imagepriors.home";

  /** The distribution this launcher belongs to. */
  static Distribution find() throws IOException {
    String home = System.getProperty(HOME_PROPERTY, "");
    if (!home.isEmpty()) {
      return of(Path.of(home).toAbsolutePath().normalize());
    }
    try {
      Path jar =
          Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return of(jar.toRealPath().getParent().getParent());
    } catch (URISyntaxException e) {
      throw new IOException("where the launcher lies is unclear; set -D" + HOME_PROPERTY, e);
    }
  }

  /** The distribution in a folder; a system property may name another folder for plug-ins. */
  private static Distribution of(Path home) {
    String plugins = System.getProperty("imagepriors.plugins", "");
    return new Distribution(
        home, plugins.isEmpty() ? home.resolve("plugins") : Path.of(plugins).toAbsolutePath());
  }

  /** The file in which users set what they want otherwise; there need be none. */
  Path settings() {
    return home.resolve("etc").resolve("imagepriors.properties");
  }

  /** The bundles that Felix installs, by name. */
  List<Path> bundles() throws IOException {
    return jars(home.resolve("bundles"));
  }

  /** The jars that training needs, by name; none where it is not installed. */
  List<Path> trainingJars() throws IOException {
    Path folder = home.resolve("lib").resolve("training");
    return Files.isDirectory(folder) ? jars(folder) : List.of();
  }

  /** ONNX Runtime's native libraries, unpacked. */
  Path onnxRuntimeNatives() {
    return home.resolve("lib").resolve("native").resolve("onnxruntime");
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      files.forEach(jars::add);
    }
    Collections.sort(jars);
    return jars;
  }
}
