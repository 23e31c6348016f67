package io.imagepriors.runtime.analysis;

import io.imagepriors.api.ImageStack;
import java.util.ArrayList;
import java.util.List;

/**
 * What an analysis found.
 *
 * @param portraits one for each prior, in the plan's order
 * @param real some images of the class, evenly spread
 * @param outliers some images of each kind of outliers, in the order of the trials
 * @param count how many images of the class were scored
 * @param notices what could not be done, and why
 */
public record Analysis(
    List<Portrait> portraits,
    ImageStack real,
    List<ImageSet> outliers,
    int count,
    List<String> notices) {

  /** Copies the lists. */
  public Analysis {
    portraits = List.copyOf(portraits);
    outliers = List.copyOf(outliers);
    notices = List.copyOf(notices);
  }

  /** A copy with more notices. */
  public Analysis withNotices(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(notices);
    all.addAll(some);
    all.addAll(more);
    return new Analysis(portraits, real, outliers, count, all);
  }
}
