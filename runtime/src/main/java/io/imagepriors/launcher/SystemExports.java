package io.imagepriors.launcher;

import io.imagepriors.api.PluginProvider;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages of the launcher's class path that bundles may import from the system bundle: the
 * api, the launcher, for who wants another platform in this process, and the engines, whose native
 * libraries load once per JVM and so must never be refreshed.
 */
final class SystemExports {
  private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)");

  private final List<String> clauses = new ArrayList<>();

  private SystemExports() {}

  /** The value of {@code org.osgi.framework.system.packages.extra}. */
  static String of(Distribution distribution) throws IOException {
    SystemExports exports = new SystemExports();
    exports.clauses.add(apiClause());
    exports.clauses.add(Platform.class.getPackageName());
    exports.clauses.add("ai.onnxruntime");
    exports.clauses.add("ai.onnxruntime.providers");
    for (Path jar : distribution.trainingJars()) {
      exports.addTraining(jar);
    }
    return String.join(",", exports.clauses);
  }

  /** Takes DJL's and SLF4J's packages; what these need themselves stays on this side. */
  private void addTraining(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getEntry("ai/djl/") != null || file.getEntry("org/slf4j/") != null) {
        Matcher version = VERSION.matcher(String.valueOf(jar.getFileName()));
        String attribute = version.find() ? ";version=\"" + version.group(1) + "\"" : "";
        packages(file).forEach(name -> clauses.add(name + attribute));
      }
    }
  }

  private static Set<String> packages(JarFile jar) {
    Set<String> packages = new TreeSet<>();
    for (JarEntry entry : Collections.list(jar.entries())) {
      String name = entry.getName();
      if (name.endsWith(".class") && (name.startsWith("ai/djl/") || isSlf4j(name))) {
        packages.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.'));
      }
    }
    return packages;
  }

  private static boolean isSlf4j(String name) {
    return name.startsWith("org/slf4j/") && name.indexOf('/', "org/slf4j/".length()) < 0;
  }

  /** The api's package with the version that its own manifest gives. */
  private static String apiClause() throws IOException {
    try {
      File jar =
          new File(
              PluginProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (jar.isFile()) {
        try (JarFile file = new JarFile(jar)) {
          return file.getManifest().getMainAttributes().getValue("Export-Package");
        }
      }
    } catch (URISyntaxException e) {
      throw new IOException("where the api lies is unclear", e);
    }
    throw new IOException(
        "the api must be a jar on the class path, whose manifest tells its packages");
  }
}
