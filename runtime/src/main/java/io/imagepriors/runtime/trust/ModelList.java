package io.imagepriors.runtime.trust;

import io.imagepriors.api.FileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The SHA-256 of models that are trusted, whatever their files are called.
 *
 * @param sums in hexadecimal, in lower case
 */
record ModelList(Set<String> sums) {
  /** The jar's entry that holds the list, in the format that {@code sha256sum} writes. */
  static final String ENTRY = "models.sha256";

  private static final Pattern LINE = Pattern.compile("\\\\?([0-9a-fA-F]{64}) [ *].+");

  ModelList {
    sums = Set.copyOf(sums);
  }

  static ModelList none() {
    return new ModelList(Set.of());
  }

  /**
   * Reads the list in a jar, which has been verified.
   *
   * @throws FileException if the jar holds no list, or one with lines of another format
   */
  static ModelList read(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(ENTRY);
      if (entry == null) {
        throw FileException.unusable(jar.getFileName(), "an entry " + ENTRY, "none");
      }
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
        return parse(lines.lines().toList(), jar.getFileName());
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  private static ModelList parse(List<String> lines, Path name) {
    Set<String> sums = new HashSet<>();
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        sums.add(matcher.group(1).toLowerCase(Locale.ROOT));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw FileException.unusable(
            name, "lines of a SHA-256, two spaces and a file name in " + ENTRY, "'" + line + "'");
      }
    }
    return new ModelList(sums);
  }

  boolean contains(String sum) {
    return sums.contains(sum);
  }

  int size() {
    return sums.size();
  }
}
