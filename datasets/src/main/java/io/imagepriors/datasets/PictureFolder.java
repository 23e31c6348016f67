package io.imagepriors.datasets;

import io.imagepriors.api.FileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Finds the pictures of a folder, and their classes. Files whose names do not end in {@code .png},
 * {@code .jpg} or {@code .jpeg}, and whatever starts with a dot, are passed over.
 */
final class PictureFolder {
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

  private PictureFolder() {}

  /**
   * One picture.
   *
   * @param file where it is
   * @param label the number of its sub-folder, empty if it lies in the folder itself
   */
  record Entry(Path file, OptionalInt label) {}

  /**
   * Lists the pictures in order of class and name. An empty sub-folder counts as a class, so that
   * numbers do not shift when one lacks pictures.
   *
   * @throws FileException if the folder can't be read, has no pictures, or has some both in itself
   *     and in sub-folders
   */
  static List<Entry> list(Path folder) {
    List<Entry> flat = new ArrayList<>();
    List<Entry> classes = new ArrayList<>();
    int label = 0;
    for (Path child : children(folder)) {
      if (Files.isDirectory(child)) {
        for (Path file : children(child)) {
          addPicture(classes, file, OptionalInt.of(label));
        }
        label++;
      } else {
        addPicture(flat, child, OptionalInt.empty());
      }
    }
    if (flat.isEmpty() == classes.isEmpty()) {
      String found = flat.size() + " in it and " + classes.size() + " in sub-folders";
      throw FileException.unusable(
          folder, "PNG or JPEG files either in it or in one sub-folder per class", found);
    }
    return List.copyOf(flat.isEmpty() ? classes : flat);
  }

  private static void addPicture(List<Entry> entries, Path file, OptionalInt label) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file)) {
      entries.add(new Entry(file, label));
    }
  }

  private static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (IOException e) {
      throw FileException.unreadable(folder, e);
    } catch (DirectoryIteratorException | UncheckedIOException e) {
      throw FileException.unreadable(folder, (IOException) e.getCause());
    }
    children.removeIf(child -> child.getFileName().toString().startsWith("."));
    // Paths compare as their file system likes; names compare the same everywhere.
    children.sort(Comparator.comparing(child -> child.getFileName().toString()));
    return children;
  }
}
