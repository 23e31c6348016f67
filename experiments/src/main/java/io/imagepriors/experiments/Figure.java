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
    XYSeries series = chart.addSeries(name, x, y);
    series.setShowInLegend(!dashed);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(COLOURS[colour % COLOURS.length]);
    float[] dashes = dashed ? new float[] {7, 5} : null;
    series.setLineStyle(
        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
  }

  /** Writes all charts in one row, making the folder if need be. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    BitmapEncoder.saveBitmap(panels, 1, panels.size(), file.toString(), BitmapFormat.PNG);
  }
}
