package io.imagepriors.experiments;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Line charts beside one another in one PNG file. */
final class Figure {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 460;

  /** Points in a dash, and in the gap after it. */
  private static final int DASH = 3;

  /** Told apart by the colour-blind, too (Okabe and Ito, "Color universal design", 2008). */
  private static final Color[] COLOURS = {
    new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7)
  };

  private final List<XYChart> panels = new ArrayList<>();

  /** Begins the next chart. */
  XYChart panel(String title, String xTitle, String yTitle) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setPlotBorderVisible(false);
    chart.getStyler().setLegendBorderColor(Color.WHITE);
    chart.getStyler().setXAxisTickMarkSpacingHint(90);
    panels.add(chart);
    return chart;
  }

  /** Adds a line in one of four colours; a dashed one is not in the legend. */
  static void line(XYChart chart, String name, double[] x, double[] y, int colour, boolean dashed) {
    XYSeries series = chart.addSeries(name, x, dashed ? broken(y) : y);
    series.setShowInLegend(!dashed);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(COLOURS[colour % COLOURS.length]);
    series.setLineStyle(new BasicStroke(2));
  }

  /** Gaps in the data: XChart begins its strokes' dashes anew at every point. */
  private static double[] broken(double[] y) {
    double[] dashes = y.clone();
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = i % (2 * DASH) < DASH ? y[i] : Double.NaN;
    }
    return dashes;
  }

  /** Writes all charts in one row, making the folder if need be. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    BitmapEncoder.saveBitmap(panels, 1, panels.size(), file.toString(), BitmapFormat.PNG);
  }
}
