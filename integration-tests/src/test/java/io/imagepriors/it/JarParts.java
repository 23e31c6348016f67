package io.imagepriors.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/** A plug-in's jar in pieces, for tests that leave one out or break one. */
final class JarParts {
  private static final String PROVIDER = "bad.Provider";

  private JarParts() {}

  /** The class file of a provider whose method {@code plugins()} has the given body. */
  static byte[] provider(String body, Path workshop) throws IOException {
    return compiled(
        "package bad; public class Provider implements io.imagepriors.api.PluginProvider {"
            + " public java.util.List<io.imagepriors.api.Plugin> plugins() {"
            + body
            + "} }",
        workshop);
  }

  /** As {@link #provider}, of one that gives nothing and is an activator with a body for start. */
  static byte[] activator(String body, Path workshop) throws IOException {
    return compiled(
        "package bad; import org.osgi.framework.*; public class Provider implements BundleActivator,"
            + " io.imagepriors.api.PluginProvider {"
            + " public java.util.List<io.imagepriors.api.Plugin> plugins() {"
            + " return java.util.List.of(); }"
            + " public void stop(BundleContext context) {}"
            + " public void start(BundleContext context) {"
            + body
            + "} }",
        workshop);
  }

  private static byte[] compiled(String text, Path workshop) throws IOException {
    Path source = Files.writeString(workshop.resolve("Provider.java"), text);
    String classPath = Distribution.classPath(Distribution.jars("lib").stream());
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", workshop.toString(), source.toString());
    if (result != 0) {
      throw new IllegalStateException("does not compile: " + text);
    }
    return Files.readAllBytes(workshop.resolve("bad/Provider.class"));
  }

  /** A manifest that imports the api and more. */
  static Manifest manifest(String imports) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "bad");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Import-Package", "io.imagepriors.api" + imports);
    return manifest;
  }

  /** A manifest that names the activator. */
  static Manifest activatorManifest() {
    Manifest manifest = manifest(",org.osgi.framework");
    manifest.getMainAttributes().putValue("Bundle-Activator", PROVIDER);
    return manifest;
  }

  /** The bytes of a jar. */
  static byte[] jar(Manifest manifest, byte[] provider) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      fill(jar, provider);
    }
    return bytes.toByteArray();
  }

  /** The bytes of a jar without a manifest. */
  static byte[] jar(byte[] provider) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      fill(jar, provider);
    }
    return bytes.toByteArray();
  }

  private static void fill(JarOutputStream jar, byte[] provider) throws IOException {
    jar.putNextEntry(new JarEntry("META-INF/services/io.imagepriors.api.PluginProvider"));
    jar.write(PROVIDER.getBytes(StandardCharsets.UTF_8));
    jar.putNextEntry(new JarEntry("bad/Provider.class"));
    jar.write(provider);
  }
}
