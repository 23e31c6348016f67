package io.imagepriors.runtime.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Watches a drop folder for what File Install passes over, folders and links to nothing, so that it
 * is noted as a problem like all else that can't be used.
 */
public final class OddFiles implements AutoCloseable {
  private static final long GLANCE_MILLIS = 500;

  private final Path folder;
  private final DropFolder drops;
  private final Set<File> known = new HashSet<>();
  private final Timer watch = new Timer("odd plug-in files", true);

  private OddFiles(Path folder, DropFolder drops) {
    this.folder = folder;
    this.drops = drops;
  }

  /** Begins to watch. */
  public static OddFiles watch(Path folder, DropFolder drops) {
    OddFiles odd = new OddFiles(folder, drops);
    odd.watch.schedule(
        new TimerTask() {
          @Override
          public void run() {
            odd.look();
          }
        },
        0,
        GLANCE_MILLIS);
    return odd;
  }

  /** Watches no more. */
  @Override
  public void close() {
    watch.cancel();
  }

  private void look() {
    try {
      Set<File> odd = odd();
      odd.forEach(drops::put); // which looks at each state of a file once
      known.stream().filter(file -> !exists(file)).forEach(drops::remove);
      known.clear();
      known.addAll(odd);
    } catch (IOException | RuntimeException e) {
      return; // the folder may be gone, and come again
    }
  }

  private Set<File> odd() throws IOException {
    Set<File> odd = new HashSet<>();
    try (DirectoryStream<Path> paths =
        Files.newDirectoryStream(folder, path -> drops.accepts(path.toFile()) && isOdd(path))) {
      paths.forEach(path -> odd.add(path.toFile()));
    }
    return odd;
  }

  private static boolean isOdd(Path path) {
    return Files.isDirectory(path)
        || (Files.isSymbolicLink(path) && !Files.exists(path)); // as File Install sees them
  }

  private static boolean exists(File file) {
    return Files.exists(file.toPath(), LinkOption.NOFOLLOW_LINKS);
  }
}
