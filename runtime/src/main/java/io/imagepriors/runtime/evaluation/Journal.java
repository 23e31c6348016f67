package io.imagepriors.runtime.evaluation;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier runs have finished, so that a run that was killed can go on where it was. The file
 * holds a JSON object per line: the key of its settings, what it is in words, and every image's
 * figures to the last bit. A line is written when a method has restored all images of a degradation
 * with one seed. Lines that can't be read, such as one that a kill has torn, count as not there;
 * lines of other settings are left alone. Thread-safe.
 */
public final class Journal {

  /** One line; {@code about} is for people. */
  private record Line(String key, String about, double seconds, Map<Figure, double[]> figures) {}

  private final Gson gson = new Gson();
  private final Optional<Path> file;
  private final Map<String, Finished> finished = new HashMap<>();
  private int taken;

  private Journal(Optional<Path> file) {
    this.file = file;
  }

  /** A journal that remembers nothing. */
  public static Journal none() {
    return new Journal(Optional.empty());
  }

  /**
   * Reads a journal, or begins one.
   *
   * @param file in an existing folder
   * @throws FileException if the file can't be read or written
   */
  public static Journal open(Path file) {
    Journal journal = new Journal(Optional.of(file));
    try {
      String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      text.lines().forEach(journal::read);
      // What follows must not be glued to a torn line.
      journal.append(text.isEmpty() || text.endsWith("\n") ? "" : "\n");
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
    return journal;
  }

  /** How many finished pieces of work were taken from the file. */
  public synchronized int taken() {
    return taken;
  }

  synchronized Optional<Finished> find(String key) {
    Optional<Finished> found = Optional.ofNullable(finished.get(key));
    taken += found.isPresent() ? 1 : 0;
    return found;
  }

  synchronized void keep(String key, String about, Finished work) {
    Map<Figure, double[]> figures = new HashMap<>();
    work.figures().kinds().forEach(kind -> figures.put(kind, work.figures().values(kind)));
    append(gson.toJson(new Line(key, about, work.seconds(), figures)) + "\n");
  }

  private void append(String text) {
    file.ifPresent(
        path -> {
          try {
            Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          } catch (IOException e) {
            throw FileException.unwritable(path, e);
          }
        });
  }

  private void read(String text) {
    try {
      Line line = gson.fromJson(text, Line.class);
      if (line != null && line.key() != null && line.figures() != null) {
        Figures figures = Figures.of(line.figures());
        finished.put(line.key(), new Finished(figures, line.seconds(), Optional.empty()));
      }
    } catch (JsonSyntaxException | InvalidInputException e) {
      return; // torn: what it held is computed again
    }
  }
}
