package io.imagepriors.runtime.stream;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.imagepriors.api.FileException;
import io.imagepriors.runtime.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which images of a file are black because they could not be restored: {@code NAME.failures}, a
 * JSON list beside it, written before the image is. There is none where all went well.
 */
final class IdxFailures {

  /** One image; its place tells whether it had been written when a run was killed. */
  private record Line(long index, String picture, String reason) {}

  private final Path file;
  private final List<Line> lines;

  private IdxFailures(Path file, List<Line> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** What is known of the first {@code there} images of a file of results. */
  static IdxFailures open(Path results, long there) {
    Path file = beside(results);
    List<Line> lines = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        lines.addAll(List.of(new Gson().fromJson(Files.readString(file), Line[].class)));
      }
    } catch (JsonParseException e) {
      throw FileException.unusable(file, "a JSON list of failures", "something else");
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
    lines.removeIf(line -> line.index() >= there);
    return new IdxFailures(file, lines);
  }

  static Path beside(Path results) {
    return results.resolveSibling(results.getFileName() + ".failures");
  }

  void add(Picture picture, String reason) {
    lines.add(new Line(picture.index(), picture.name(), reason));
    AtomicFile.write(file, new Gson().toJson(lines));
  }

  List<Tally.Failure> all() {
    return lines.stream().map(line -> new Tally.Failure(line.picture(), line.reason())).toList();
  }
}
