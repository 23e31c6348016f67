package io.imagepriors.runtime.report;

import com.google.gson.GsonBuilder;
import io.imagepriors.api.FileException;
import io.imagepriors.runtime.analysis.Analysis;
import io.imagepriors.runtime.file.AtomicFile;
import java.nio.file.Path;
import java.util.List;

/** A folder with an analysis: {@code index.html}, and its figures in {@code analysis.json}. */
public final class AnalysisFolder {
  private AnalysisFolder() {}

  /**
   * Writes the files, replacing those of an earlier run.
   *
   * @param folder an existing folder
   * @return the files, the page first
   * @throws FileException if one can't be written
   */
  public static List<Path> write(Path folder, Analysis analysis, Occasion occasion) {
    Path page = folder.resolve("index.html");
    Path figures = folder.resolve("analysis.json");
    AtomicFile.write(page, AnalysisPage.of(analysis, occasion));
    AtomicFile.write(
        figures,
        new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(AnalysisJson.of(analysis, occasion))
            + "\n");
    return List.of(page, figures);
  }
}
