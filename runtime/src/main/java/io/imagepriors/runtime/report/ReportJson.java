package io.imagepriors.runtime.report;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/**
 * A study for programs: {@code analysis} as {@link AnalysisJson}, {@code restorations} as {@link
 * ResultsJson}, {@code coverage} with a row for each prior, degradation and kind of pixels, {@code
 * oneClass} where one was given, {@code findings} and {@code limits} as the page has them, and what
 * it takes to repeat it: {@code command}, {@code priors} with the facts of each, and {@code
 * machine}.
 */
public final class ReportJson {
  private ReportJson() {}

  /** The study as an object. */
  public static JsonObject of(Study study, Occasion occasion, Reference reference) {
    Gson gson = new Gson();
    JsonObject json = new JsonObject();
    json.addProperty("command", occasion.command());
    json.add("findings", gson.toJsonTree(Summary.of(study)));
    json.add("analysis", gson.toJsonTree(AnalysisJson.of(study.analysis(), occasion)));
    json.add("restorations", ResultsJson.of(study.results(), occasion, reference));
    json.add("coverage", gson.toJsonTree(study.coverage()));
    study.oneClass().ifPresent(figures -> json.add("oneClass", gson.toJsonTree(figures)));
    json.add("limits", gson.toJsonTree(Limits.of(study, occasion)));
    json.add("priors", gson.toJsonTree(occasion.priors()));
    json.add("machine", gson.toJsonTree(occasion.machine()));
    return json;
  }
}
