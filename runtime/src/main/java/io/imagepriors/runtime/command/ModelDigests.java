package io.imagepriors.runtime.command;

import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The SHA-256 of the model files behind a plug-in: of its file, or of the models in its jar. Tells
 * whether two reports were made with the same models.
 */
public final class ModelDigests {
  private static final String MODEL = ".onnx";

  private ModelDigests() {}

  /** By what a report calls them; empty where there is no model file to look at. */
  public static Map<String, String> of(Chosen<? extends Plugin> chosen, Catalog catalog) {
    Map<String, String> digests = new LinkedHashMap<>();
    file(chosen, catalog)
        .ifPresent(
            file -> {
              try (InputStream in = Files.newInputStream(file)) {
                if (file.toString().endsWith(".jar")) {
                  ofJar(in, digests);
                } else {
                  digests.put("SHA-256", sha256(in));
                }
              } catch (IOException e) {
                digests.put("SHA-256", "unknown: " + file + " can't be read");
              }
            });
    return digests;
  }

  /** The plug-in's jar or model file, as the user named it or as it was plugged in. */
  private static Optional<Path> file(Chosen<? extends Plugin> chosen, Catalog catalog) {
    String name =
        catalog
            .find(chosen.kind(), chosen.label())
            .map(entry -> entry.origin().file())
            .orElse(chosen.label());
    try {
      return Optional.of(Path.of(name)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static void ofJar(InputStream jar, Map<String, String> digests) throws IOException {
    ZipInputStream zip = new ZipInputStream(jar);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      if (name.endsWith(MODEL)) {
        digests.put("SHA-256 of " + name.substring(name.lastIndexOf('/') + 1), sha256(zip));
      }
    }
  }

  private static String sha256(InputStream in) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
