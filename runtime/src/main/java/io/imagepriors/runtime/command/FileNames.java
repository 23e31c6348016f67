package io.imagepriors.runtime.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Completes paths. */
final class FileNames {
  private FileNames() {}

  /** The files and folders beside what {@code text} names, as it begins. */
  static List<Completion.Candidate> startingWith(String text) {
    int slash = text.lastIndexOf('/');
    String head = text.substring(0, slash + 1);
    String start = text.substring(slash + 1);
    try (Stream<Path> files = Files.list(Path.of(head.isEmpty() ? "." : head))) {
      return files
          .filter(file -> name(file).startsWith(start))
          .filter(file -> !start.isEmpty() || !name(file).startsWith("."))
          .sorted()
          .map(file -> candidate(head, file))
          .toList();
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }

  private static Completion.Candidate candidate(String head, Path file) {
    boolean folder = Files.isDirectory(file);
    return new Completion.Candidate(head + name(file) + (folder ? "/" : ""), "", !folder);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
