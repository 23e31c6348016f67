package io.imagepriors.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A difference quotient {@code D} of a function over some distance, and what a gradient predicts
 * for it.
 *
 * <p>Two errors part them where the gradient is right. Rounding: a noise {@code e} of the function
 * moves {@code D} by up to {@code 2e} over the distance. Truncation: curvature, least for central
 * quotients, and kinks such as those of rectified units, which may spare one side; both shrink with
 * the distance. The two together may come to {@code 2e} over the distance plus {@link #TRUNCATION}
 * of {@code S = max(||g||, |D|)}, where {@code ||g||} is what {@code |<g, d>|} typically is for a
 * random direction.
 *
 * @param measured {@code D}
 * @param predicted the gradient's word
 * @param rounding the bound of the rounding error
 * @param scale {@code S}
 */
record Quotient(double measured, double predicted, double rounding, double scale) {
  private static final double TRUNCATION = 0.01;
  private static final double INFORMATIVE = 0.01;

  static Quotient of(double change, double predicted, double width, double noise, double length) {
    double measured = change / width;
    double scale = Math.max(length, Math.abs(measured));
    return new Quotient(measured, predicted / width, 2 * noise / width, scale);
  }

  /**
   * Those that count: the rounding error is at most {@link #INFORMATIVE} of {@code S}, or as small
   * as it gets; and the quotient has settled, that is, it agrees with the next of its kind. Where
   * none has settled, the informative ones of the first kind.
   *
   * @param kinds for each kind of quotients, those of shrinking distances
   */
  static List<Quotient> trusted(List<List<Quotient>> kinds) {
    double least =
        kinds.stream().flatMap(List::stream).mapToDouble(Quotient::blur).min().orElseThrow();
    double limit = least > INFORMATIVE ? least : INFORMATIVE;
    List<Quotient> trusted = new ArrayList<>();
    for (List<Quotient> kind : kinds) {
      List<Quotient> informative = kind.stream().filter(q -> q.blur() <= limit).toList();
      for (int i = 1; i < informative.size(); i++) {
        if (informative.get(i).isNear(informative.get(i - 1))) {
          trusted.add(informative.get(i));
        }
      }
    }
    if (trusted.isEmpty()) {
      trusted.addAll(kinds.get(0).stream().filter(q -> !(q.blur() > limit)).toList());
    }
    return trusted;
  }

  /** Whether the gradient agrees. */
  boolean agrees() {
    return Math.abs(measured - predicted) <= rounding + TRUNCATION * scale;
  }

  private double blur() {
    return scale > 0 ? rounding / scale : 0;
  }

  private boolean isNear(Quotient other) {
    return Math.abs(measured - other.measured)
        <= rounding + other.rounding + TRUNCATION * Math.max(scale, other.scale);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4g, differences give %.4g", predicted, measured);
  }
}
