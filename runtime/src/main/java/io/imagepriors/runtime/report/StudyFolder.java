package io.imagepriors.runtime.report;

import io.imagepriors.api.FileException;
import io.imagepriors.runtime.file.AtomicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder with a study: {@code report.html}, the same as {@code report.pdf} where documents can be
 * made, {@code report.json}, and the restorations' figures as {@code results.csv}.
 */
public final class StudyFolder {
  /** The name of the PDF document. */
  public static final String DOCUMENT = "report.pdf";

  private StudyFolder() {}

  /**
   * Writes the files, replacing those of an earlier run.
   *
   * @param folder an existing folder
   * @return the files, the page first
   * @throws FileException if one can't be written
   */
  public static List<Path> write(Path folder, Study study, Occasion occasion, Reference reference) {
    List<Path> files = new ArrayList<>();
    String page = ReportPage.of(study, occasion);
    files.add(folder.resolve("report.html"));
    AtomicFile.write(files.get(0), page);
    Optional<byte[]> document = PrintedPage.of(page);
    Path pdf = folder.resolve(DOCUMENT);
    document.ifPresentOrElse(
        bytes -> {
          AtomicFile.write(pdf, bytes);
          files.add(pdf);
        },
        () -> AtomicFile.delete(pdf)); // an older one would belong to other figures
    files.add(folder.resolve("report.json"));
    AtomicFile.write(
        files.get(files.size() - 1), ResultsJson.text(ReportJson.of(study, occasion, reference)));
    files.add(folder.resolve("results.csv"));
    AtomicFile.write(files.get(files.size() - 1), ResultsCsv.of(study.results(), reference));
    return files;
  }
}
