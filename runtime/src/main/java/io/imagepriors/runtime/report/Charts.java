package io.imagepriors.runtime.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The look of all charts: small, plain, drawn at three times their size for sharp screens. */
final class Charts {
  private static final int SCALE = 3;
  private static final Color INK = new Color(0x3b4252);
  private static final Color GRID = new Color(0xe3e7ee);

  private Charts() {}

  /** An empty chart with titles of its axes. */
  static XYChart chart(int width, int height, String x, String y) {
    XYChart chart =
        new XYChartBuilder().width(width).height(height).xAxisTitle(x).yAxisTitle(y).build();
    XYStyler style = chart.getStyler();
    style.setLegendVisible(false);
    style.setChartTitleVisible(false);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setPlotGridLinesColor(GRID);
    style.setChartFontColor(INK);
    style.setAxisTickLabelsColor(INK);
    style.setAxisTickMarksColor(GRID);
    style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    style.setChartPadding(4);
    return chart;
  }

  /** Puts a line above. */
  static void title(XYChart chart, String title) {
    chart.setTitle(title);
    chart.getStyler().setChartTitleVisible(true);
    chart.getStyler().setChartTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    chart.getStyler().setChartTitleBoxVisible(false);
    chart.getStyler().setChartTitlePadding(2);
  }

  /** Fixes the range of the horizontal axis. */
  static void rangeX(XYChart chart, double from, double to) {
    chart.getStyler().setXAxisMin(from);
    chart.getStyler().setXAxisMax(to);
  }

  /** Fixes the range of the vertical axis. */
  static void rangeY(XYChart chart, double from, double to) {
    chart.getStyler().setYAxisMin(from);
    chart.getStyler().setYAxisMax(to);
  }

  /** Adds points. */
  static void points(XYChart chart, String name, double[] x, double[] y, Color colour, int size) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(colour);
    chart.getStyler().setMarkerSize(size);
  }

  /** Adds a line, solid or dashed. */
  static void line(
      XYChart chart,
      String name,
      double[] x,
      double[] y,
      Color colour,
      float width,
      boolean dashed) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
    float[] dashes = dashed ? new float[] {5, 4} : null;
    series.setLineStyle(
        new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
  }

  /** Adds a histogram as a filled outline, from {@code from} to {@code to} in equal bins. */
  static void histogram(
      XYChart chart, String name, double[] density, double from, double to, Color colour) {
    int points = 2 * density.length + 2;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int bin = 0; bin <= density.length; bin++) {
      double edge = from + (to - from) * bin / density.length;
      x[2 * bin] = edge;
      x[2 * bin + 1] = edge;
      y[2 * bin + 1] = bin < density.length ? density[bin] : 0;
      y[2 * bin] = bin > 0 ? density[bin - 1] : 0;
    }
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
    series.setLineStyle(new BasicStroke(1.5f));
    series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90));
  }

  /** Draws it. */
  static BufferedImage draw(XYChart chart) {
    int width = chart.getWidth();
    int height = chart.getHeight();
    BufferedImage picture =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.scale(SCALE, SCALE);
    chart.paint(graphics, width, height);
    graphics.dispose();
    return picture;
  }
}
