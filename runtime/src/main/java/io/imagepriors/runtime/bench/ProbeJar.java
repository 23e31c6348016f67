package io.imagepriors.runtime.bench;

import io.imagepriors.api.PluginProvider;
import io.imagepriors.runtime.bench.plugin.ProbeDegradation;
import io.imagepriors.runtime.bench.plugin.ProbePrior;
import io.imagepriors.runtime.bench.plugin.ProbeProvider;
import io.imagepriors.runtime.bench.plugin.ProbeRestorer;
import io.imagepriors.runtime.bench.plugin.ProbeVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs the probes' classes as a plug-in's author would. */
final class ProbeJar {
  private static final List<Class<?>> CLASSES =
      List.of(
          ProbeProvider.class,
          ProbeVersion.class,
          ProbePrior.class,
          ProbeDegradation.class,
          ProbeRestorer.class);

  private ProbeJar() {}

  /** The symbolic name of the bundle that a probe's jar is. */
  static String symbolicName(String probe) {
    return "io.imagepriors." + probe;
  }

  /** The bytes of a bundle with one probe. */
  static byte[] of(ProbeVersion version) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest(version))) {
      add(
          jar,
          "META-INF/services/" + PluginProvider.class.getName(),
          ProbeProvider.class.getName());
      add(jar, path(ProbeProvider.class, "/" + ProbeVersion.FILE), version.toProperties());
      for (Class<?> type : CLASSES) {
        for (Class<?> member : type.getNestMembers()) {
          addClass(jar, member);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Manifest manifest(ProbeVersion version) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", symbolicName(version.name()));
    main.putValue("Bundle-Version", "1.0." + version.serial());
    main.putValue("Import-Package", "io.imagepriors.api;version=\"[1.0,2)\"");
    return manifest;
  }

  private static void addClass(JarOutputStream jar, Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(path));
    try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
      in.transferTo(jar);
    }
  }

  private static void add(JarOutputStream jar, String path, String text) throws IOException {
    jar.putNextEntry(new JarEntry(path));
    jar.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String path(Class<?> type, String file) {
    return type.getPackageName().replace('.', '/') + file;
  }
}
