package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Analysis;
import java.util.Map;

/** An analysis as one page that needs nothing beside itself. */
final class AnalysisPage {
  private AnalysisPage() {}

  /** The page's text. */
  static String of(Analysis analysis, Occasion occasion) {
    Map<String, Object> fields =
        AnalysisSections.of(analysis, occasion.images(), occasion.seeds().get(0));
    fields.put("findings", AnalysisFindings.of(analysis.portraits()));
    fields.put("notices", analysis.notices());
    fields.put("hasNotices", !analysis.notices().isEmpty());
    return Page.of("analysis.html", occasion, fields);
  }
}
