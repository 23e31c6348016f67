package io.imagepriors.datasets;

import java.nio.file.Path;

/** The last name of a path, without the folders above it, which are nobody else's business. */
final class FolderName {
  private FolderName() {}

  static String of(Path folder) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return last == null ? "root" : last.toString();
  }
}
