package io.imagepriors.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder for what plug-ins write and read; closing deletes it with all it holds. */
final class Workshop implements AutoCloseable {
  private final Path folder;

  private Workshop(Path folder) {
    this.folder = folder;
  }

  static Workshop open() {
    try {
      return new Workshop(Files.createTempDirectory("conformance-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the folder, which need not exist. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** A file of the folder with that content. */
  Path file(String name, byte[] content) throws IOException {
    return Files.write(file(name), content);
  }

  /** The names of what lies in the folder, sorted. */
  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Workshop::discard);
    } catch (IOException e) {
      discard(folder);
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit(); // somebody has it open still
    }
  }
}
