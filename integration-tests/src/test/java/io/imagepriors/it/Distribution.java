package io.imagepriors.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution that the build has just made: what users run. */
final class Distribution {
  static final Path HOME = Path.of(System.getProperty("imagepriors.home")).toAbsolutePath();

  private Distribution() {}

  /** All jars of a folder of the distribution, sorted by name. */
  static List<Path> jars(String folder) {
    try (Stream<Path> files = Files.list(HOME.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one jar of a folder whose name starts as given, followed by a version. */
  static Path jar(String folder, String name) {
    Predicate<Path> wanted = file -> file.getFileName().toString().matches(name + "-[0-9].*\\.jar");
    List<Path> found = jars(folder).stream().filter(wanted).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(folder + "/" + name + ": found " + found);
    }
    return found.get(0);
  }

  /** Joins class path entries. */
  static String classPath(Stream<Path> entries) {
    return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Where this module's own classes are. */
  static Path testClasses() {
    try {
      return Path.of(
          Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
