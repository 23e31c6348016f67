package io.imagepriors.runtime.bench.peer;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A temporary folder for the files that two processes share. */
public final class Workshop implements AutoCloseable {
  private final Path home;
  private final Path folder;

  private Workshop(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
  }

  /** An empty one. */
  public static Workshop open(Site site) {
    try {
      Files.createDirectories(site.workshop());
      return new Workshop(site.home(), Files.createTempDirectory(site.workshop(), "peer-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file in it, which need not exist. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** The script of the peer, in the distribution. */
  public Path script() {
    return home.resolve("peer").resolve("peer.py");
  }

  /**
   * A copy of the model file that is part of the distribution's jars.
   *
   * @throws InvalidInputException if there is none of that name
   */
  public Path shippedModel(String name) {
    try (Stream<Path> jars = Files.list(home.resolve("bundles"))) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        Path copy = copy(jar, name);
        if (Files.exists(copy)) {
          return copy;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw InvalidInputException.unknown("shipped model", name, List.of("naive", "uniform"));
  }

  private Path copy(Path jar, String name) throws IOException {
    Path copy = file(name + ".onnx");
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().endsWith("/" + name + ".onnx")) {
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, copy);
          }
        }
      }
    }
    return copy;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(AtomicFile::delete);
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
    AtomicFile.delete(folder);
  }
}
