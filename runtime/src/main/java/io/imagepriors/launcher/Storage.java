package io.imagepriors.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The framework's folder, one per process, so that simultaneous processes never meet. It holds a
 * few small files: bundles are read where they lie.
 */
final class Storage implements AutoCloseable {
  private static final String PREFIX = "imagepriors-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");

  private final Path folder;
  private final Thread tidyUp = new Thread(this::delete, "tidy-up");

  private Storage(Path folder) {
    this.folder = folder;
  }

  /** A new folder, gone with the process at the latest; those of killed ones are removed. */
  static Storage create() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    removeOrphans(temporary);
    String prefix = PREFIX + ProcessHandle.current().pid() + "-";
    Storage storage = new Storage(Files.createTempDirectory(temporary, prefix));
    Runtime.getRuntime().addShutdownHook(storage.tidyUp);
    return storage;
  }

  Path folder() {
    return folder;
  }

  /** Deletes the folder; what can't be deleted now is left to a later process. */
  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(tidyUp);
    } catch (IllegalStateException e) {
      return; // the process is ending, and the hook runs
    }
  }

  private void delete() {
    delete(folder);
  }

  private static void removeOrphans(Path temporary) {
    try (Stream<Path> folders = Files.list(temporary)) {
      folders.filter(Storage::isOrphan).forEach(Storage::delete);
    } catch (IOException e) {
      return; // tidying up is never a reason not to start
    }
  }

  private static boolean isOrphan(Path folder) {
    Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
    return name.matches()
        && Files.isDirectory(folder)
        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException error)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return; // another process may tidy up at the same moment
    }
  }
}
