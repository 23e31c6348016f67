package io.imagepriors.runtime.command.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Looks at Java, the machine and the folders. */
final class MachineChecks {
  private static final int OLDEST_JAVA = 17;
  private static final long MEGABYTE = 1L << 20;
  private static final long LEAST_HEAP = 256 * MEGABYTE;
  private static final long LEAST_DISK = 1024 * MEGABYTE;

  private MachineChecks() {}

  static List<Check> all() {
    return List.of(java(), system(), processors(), heap());
  }

  private static Check java() {
    String version =
        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
    return Runtime.version().feature() >= OLDEST_JAVA
        ? Check.ok("Java", version)
        : Check.fail("Java", version, "install Java " + OLDEST_JAVA + " or newer");
  }

  private static Check system() {
    return Check.ok(
        "system",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", "
            + System.getProperty("os.arch"));
  }

  private static Check processors() {
    return Check.ok("threads", Runtime.getRuntime().availableProcessors() + " processors");
  }

  private static Check heap() {
    long most = Runtime.getRuntime().maxMemory();
    String text = megabytes(most) + " of heap at most";
    return most >= LEAST_HEAP
        ? Check.ok("memory", text)
        : Check.warn("memory", text, "give Java more, for example JAVA_TOOL_OPTIONS=-Xmx1g");
  }

  /** A folder that must exist and be writable; it is made where it is missing. */
  static Check folder(String name, Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, ".probe", "");
      Files.delete(probe);
      long free = Files.getFileStore(folder).getUsableSpace();
      String text = folder + ", " + megabytes(free) + " free";
      return free >= LEAST_DISK
          ? Check.ok(name, text)
          : Check.warn(name, text, "free some space: training and natives need up to 1 GB");
    } catch (IOException | SecurityException e) {
      return Check.fail(
          name, folder + " can't be written: " + e.getMessage(), "change its permissions");
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", bytes / MEGABYTE);
  }
}
