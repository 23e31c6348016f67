package io.imagepriors.runtime.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of a plug-in file in a folder of its own, under the same name: the file may go or change
 * at any time.
 *
 * @param path the copy
 */
record PrivateCopy(Path path) implements AutoCloseable {

  /** Copies a file; nothing is left behind where that fails. */
  static PrivateCopy of(Path file, Path copies) throws IOException {
    Files.createDirectories(copies);
    Path folder = Files.createTempDirectory(copies, "copy-");
    PrivateCopy copy = new PrivateCopy(folder.resolve(String.valueOf(file.getFileName())));
    try {
      Files.copy(file, copy.path);
      return copy;
    } catch (IOException e) {
      copy.close();
      throw e;
    }
  }

  /** Deletes the copy; what can't be deleted now goes with the process. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(path.toAbsolutePath().getParent());
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }
}
