package io.imagepriors.launcher;

import io.imagepriors.api.PluginProvider;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages of the launcher's class path that bundles may import from the system bundle: the
 * api, and the engines, whose native libraries load once per JVM and so must never be refreshed.
 */
final class SystemExports {
  private static final String API = "io.imagepriors.api";
  private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)");

  private final List<String> clauses = new ArrayList<>();

  private SystemExports() {}

  /** The value of {@code org.osgi.framework.system.packages.extra}. */
  static String of(Distribution distribution) throws IOException {
    SystemExports exports = new SystemExports();
    exports.clauses.add(apiClause());
    exports.clauses.add("ai.onnxruntime");
    exports.clauses.add("ai.onnxruntime.providers");
    for (Path jar : distribution.trainingJars()) {
      exports.addTraining(jar);
    }
    return String.join(",", exports.clauses);
  }

  /** Takes DJL's and SLF4J's own jars; those with natives alone hold no classes to export. */
  private void addTraining(Path jar) throws IOException {
    String name = String.valueOf(jar.getFileName());
    if (name.contains("-native-") || name.contains("-jni-")) {
      return;
    }
    Matcher version = VERSION.matcher(name);
    String attribute = version.find() ? ";version=\"" + version.group(1) + "\"" : "";
    for (String found : packages(jar)) {
      if (found.startsWith("ai.djl") || found.equals("org.slf4j")) {
        clauses.add(found + attribute);
      }
    }
  }

  private static Set<String> packages(Path jar) throws IOException {
    Set<String> packages = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0)
          .filter(name -> !name.startsWith("META-INF/"))
          .forEach(
              name -> packages.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.')));
    }
    return packages;
  }

  /** The api's package with the version that its own manifest gives. */
  private static String apiClause() throws IOException {
    Enumeration<URL> manifests =
        PluginProvider.class.getClassLoader().getResources(JarFile.MANIFEST_NAME);
    for (URL url : Collections.list(manifests)) {
      try (java.io.InputStream in = url.openStream()) {
        String exported = new Manifest(in).getMainAttributes().getValue("Export-Package");
        if (exported != null && exported.startsWith(API + ";")) {
          return exported;
        }
      }
    }
    return API + ";version=\"1.0.0\"";
  }
}
