package io.imagepriors.runtime.plugin;

import io.imagepriors.api.PluginProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes bundles of test classes. */
final class PluginJar {
  private PluginJar() {}

  /** Writes a bundle that holds a provider and its nested classes. */
  static Path write(Path file, String version, Class<?> provider, String nested)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest(version))) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + PluginProvider.class.getName()));
      jar.write((provider.getName() + " # the door\n").getBytes(StandardCharsets.UTF_8));
      addClass(jar, provider.getName());
      if (!nested.isEmpty()) {
        addClass(jar, provider.getName() + "$" + nested);
      }
    }
    return file;
  }

  private static Manifest manifest(String version) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "sample");
    main.putValue("Bundle-Version", version);
    main.putValue("Import-Package", "io.imagepriors.api;version=\"[1.0,2)\"");
    return manifest;
  }

  private static void addClass(JarOutputStream jar, String name) throws IOException {
    String path = name.replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(path));
    try (InputStream in = PluginJar.class.getClassLoader().getResourceAsStream(path)) {
      in.transferTo(jar);
    }
  }
}
