package io.imagepriors.runtime.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The entries of a jar, to be changed behind the back of whoever signed it. */
final class JarContent {
  static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** A jar as a build makes it: a manifest and two files. */
  static JarContent plain() {
    return new JarContent()
        .with(MANIFEST, "Manifest-Version: 1.0\r\nBundle-SymbolicName: plain\r\n\r\n")
        .with("META-INF/services/door", "plain.Door")
        .with("plain/Door.class", "code");
  }

  static JarContent of(byte[] jar) throws IOException {
    JarContent content = new JarContent();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        content.entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return content;
  }

  JarContent with(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  JarContent without(String name) {
    entries.remove(name);
    return this;
  }

  String text(String name) {
    return new String(entries.get(name), StandardCharsets.UTF_8);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
