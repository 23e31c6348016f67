package io.imagepriors.runtime.report;

import io.imagepriors.api.FileException;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.picture.PictureWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A folder with everything a run found: {@code report.html}, {@code results.json} and a contact
 * sheet {@code sheet-DEGRADATION.png} per degradation.
 */
public final class ComparisonFolder {
  private static final int COLUMNS = Result.SHOWN;

  private ComparisonFolder() {}

  /**
   * Writes the files, replacing those of an earlier run.
   *
   * @param folder an existing folder
   * @return the files, the page first
   * @throws FileException if one can't be written
   */
  public static List<Path> write(Path folder, Results results, Occasion occasion) {
    List<Path> files = new ArrayList<>();
    files.add(folder.resolve("report.html"));
    AtomicFile.write(files.get(0), ComparisonPage.of(results, occasion));
    files.add(folder.resolve("results.json"));
    AtomicFile.write(files.get(1), ResultsJson.text(ResultsJson.of(results, occasion)));
    RestorationSections.byDegradation(results.results())
        .forEach(
            (degradation, of) -> {
              Path file = folder.resolve("sheet-" + fileName(degradation) + ".png");
              PictureWriter.write(Sheets.sheet(Sheets.strips(of, COLUMNS)), file);
              files.add(file);
            });
    return files;
  }

  private static String fileName(String label) {
    return label
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9.]+", "-")
        .replaceAll("^[-.]+|[-.]+$", "");
  }
}
