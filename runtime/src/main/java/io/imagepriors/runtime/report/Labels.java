package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Cube;
import java.awt.Color;
import java.util.List;
import java.util.Locale;

/** The colours of class labels. From the eleventh class on they come again. */
final class Labels {
  private static final int[] COLOURS = {
    0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x6b6b6b, 0xb5a400,
    0x17becf
  };
  private static final int UNKNOWN = 0x1f63c4;

  private Labels() {}

  /** The colour of a label; -1 is none. */
  static Color colour(int label) {
    return new Color(label < 0 ? UNKNOWN : COLOURS[label % COLOURS.length]);
  }

  /** The same for a style sheet. */
  static String style(int label) {
    return String.format(Locale.ROOT, "#%06x", colour(label).getRGB() & 0xffffff);
  }

  /** The labels of the codes that are drawn, in order; -1 for those without one. */
  static List<Integer> present(Cube cube) {
    return cube.drawn().stream()
        .map(place -> cube.labels().get(place).orElse(-1))
        .distinct()
        .sorted()
        .toList();
  }
}
