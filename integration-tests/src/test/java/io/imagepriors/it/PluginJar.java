package io.imagepriors.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes a plug-in's jar from one source file, with nothing but the api on the class path. */
final class PluginJar {
  private PluginJar() {}

  /** Compiles the resource {@code NAME.java.txt}, whose class is its own provider. */
  static Path of(String name, Path workshop) throws IOException {
    Path source = workshop.resolve(name + ".java");
    try (InputStream in = PluginJar.class.getResourceAsStream(name + ".java.txt")) {
      Files.copy(in, source);
    }
    Path classes = Files.createDirectory(workshop.resolve("classes"));
    String api = Distribution.jar("lib", "imagepriors-api").toString();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", api, "-d", classes.toString(), source.toString());
    if (result != 0) {
      throw new IllegalStateException(source + " does not compile against the api alone");
    }
    return pack(name, classes, workshop.resolve(name + ".jar"));
  }

  private static Path pack(String name, Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "example." + name);
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Import-Package", "io.imagepriors.api;version=\"[1.0,2)\"");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      write(entries, "META-INF/services/io.imagepriors.api.PluginProvider", "example." + name);
      for (Path file : files(classes)) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }

  private static void write(JarOutputStream entries, String name, String text) throws IOException {
    entries.putNextEntry(new JarEntry(name));
    entries.write(text.getBytes(StandardCharsets.UTF_8));
    entries.closeEntry();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
