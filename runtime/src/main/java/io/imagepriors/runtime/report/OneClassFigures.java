package io.imagepriors.runtime.report;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.imagepriors.api.FileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How well priors that were trained on one class each tell the others from it, as {@code evaluate
 * --one-class} wrote it down: a part of its {@code results.json}.
 *
 * @param command repeats it
 * @param score what images are judged by
 * @param trainer the trainer's name
 * @param training where training images come from
 * @param images where test images come from
 * @param count how many of these
 * @param seeds of training
 * @param auroc the mean over classes and seeds
 * @param energyAuroc the same with the plain energy as the score
 * @param classes one per class
 */
public record OneClassFigures(
    String command,
    String score,
    String trainer,
    String training,
    String images,
    int count,
    List<Long> seeds,
    double auroc,
    double energyAuroc,
    List<ClassFigures> classes) {

  /** One class: how many images were learned, and the areas, means over the seeds. */
  public record ClassFigures(int label, int trained, double auroc, double energyAuroc) {}

  /**
   * Reads such a file.
   *
   * @throws FileException if it can't be read or holds something else
   */
  public static OneClassFigures read(Path file) {
    try {
      OneClassFigures figures =
          new Gson()
              .fromJson(Files.readString(file, StandardCharsets.UTF_8), OneClassFigures.class);
      if (figures != null && figures.isWhole()) {
        return figures;
      }
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    } catch (JsonParseException e) {
      throw unusable(file);
    }
    throw unusable(file);
  }

  /** JSON may lack anything. */
  private boolean isWhole() {
    return command != null
        && score != null
        && trainer != null
        && training != null
        && images != null
        && seeds != null
        && classes != null
        && !classes.isEmpty();
  }

  private static FileException unusable(Path file) {
    return FileException.unusable(file, "results.json of 'evaluate --one-class'", "something else");
  }
}
