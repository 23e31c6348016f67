package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Density;
import io.imagepriors.runtime.analysis.Energies;
import io.imagepriors.runtime.analysis.Trial;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import org.knowm.xchart.XYChart;

/** Energies of the class and of one kind of outliers, as two histograms. */
final class EnergyCharts {
  private static final int BINS = 40;
  private static final double[] ENDS = {1, 1.2, 1.6, 2, 2.4, 3.2, 4, 4.8, 6, 8, 10};
  private static final double ALMOST_ALL = 0.995;
  private static final Color MEMBERS = new Color(0x1f63c4);
  private static final Color OTHERS = new Color(0xD55E00);

  private EnergyCharts() {}

  /** The chart of one trial. The highest half percent of each stands in the last bin. */
  static BufferedImage chart(Energies members, Trial trial) {
    double[] low = members.values();
    double[] high = trial.energies().values();
    double from = Math.min(0, Math.floor(Math.min(least(low), least(high))));
    double end = round(Math.max(quantile(low), quantile(high)));
    XYChart chart = Charts.chart(300, 200, "energy", "");
    Charts.title(chart, String.format(Locale.ROOT, "%s: %.3f", trial.outliers(), trial.auroc()));
    chart.getStyler().setYAxisTicksVisible(false);
    chart.getStyler().setXAxisTickMarkSpacingHint(90);
    chart.getStyler().setXAxisDecimalPattern("0.##");
    Charts.rangeX(chart, from, end);
    Charts.histogram(chart, "class", Density.of(low, from, end, BINS), from, end, MEMBERS);
    Charts.histogram(chart, "outliers", Density.of(high, from, end, BINS), from, end, OTHERS);
    return Charts.draw(chart);
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double quantile(double[] values) {
    return Density.quantile(values, ALMOST_ALL);
  }

  /** The next number above that is still short when divided by four, as the axis is. */
  private static double round(double number) {
    double value = Math.max(number, 1e-9);
    double unit = Math.pow(10, Math.floor(Math.log10(value)));
    return unit * Arrays.stream(ENDS).filter(end -> end * unit >= value).findFirst().orElse(10);
  }
}
