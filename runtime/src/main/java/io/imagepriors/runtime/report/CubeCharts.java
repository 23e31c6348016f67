package io.imagepriors.runtime.report;

import io.imagepriors.api.CodeStack;
import io.imagepriors.runtime.analysis.Cube;
import io.imagepriors.runtime.analysis.Density;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** Codes as charts: points in planes of the cube, and the density of each coordinate. */
final class CubeCharts {
  private static final int PLANES = 6;
  private static final int BINS = 20;
  private static final int SIDE = 240;
  private static final int CROWDED = 1000;
  private static final Color LINE = new Color(0x1f, 0x63, 0xc4, 130);
  private static final Color UNIFORM = new Color(0xD55E00);

  private CubeCharts() {}

  /** The pairs of coordinates that are shown: each once, as far as that goes. */
  static List<int[]> planes(int dimension) {
    List<int[]> planes = new ArrayList<>();
    for (int k = 0; k + 1 < dimension && planes.size() < PLANES; k += 2) {
      planes.add(new int[] {k, k + 1});
    }
    if (dimension % 2 == 1 && dimension > 1 && planes.size() < PLANES) {
      planes.add(new int[] {dimension - 1, 0});
    }
    return planes;
  }

  /** The codes to be drawn, in one plane, coloured by label. */
  static BufferedImage plane(Cube cube, int[] plane) {
    XYChart chart = Charts.chart(SIDE, SIDE, axis(plane[0]), axis(plane[1]));
    Charts.rangeX(chart, 0, 1);
    Charts.rangeY(chart, 0, 1);
    chart.getStyler().setXAxisTickMarkSpacingHint(80);
    byLabel(cube)
        .forEach(
            (label, places) ->
                Charts.points(
                    chart,
                    label < 0 ? "codes" : String.valueOf(label),
                    coordinate(cube.codes(), plane[0], places),
                    coordinate(cube.codes(), plane[1], places),
                    Labels.colour(label),
                    cube.drawn().size() > CROWDED ? 3 : 5));
    return Charts.draw(chart);
  }

  /** One line for each coordinate, and the uniform law as a dashed one. */
  static BufferedImage densities(Cube cube) {
    XYChart chart = Charts.chart(480, 260, "value of a coordinate", "density");
    Charts.rangeX(chart, 0, 1);
    double[] middles = IntStream.range(0, BINS).mapToDouble(b -> (b + 0.5) / BINS).toArray();
    double most = 2;
    int[] all = IntStream.range(0, cube.codes().count()).toArray();
    for (int k = 0; k < cube.codes().dimension(); k++) {
      double[] density = Density.of(coordinate(cube.codes(), k, all), 0, 1, BINS);
      most = Math.max(most, IntStream.range(0, BINS).mapToDouble(b -> density[b]).max().orElse(0));
      Charts.line(chart, axis(k), middles, density, LINE, 1.4f, false);
    }
    Charts.line(chart, "uniform", new double[] {0, 1}, new double[] {1, 1}, UNIFORM, 2.2f, true);
    Charts.rangeY(chart, 0, Math.ceil(most * 2) / 2);
    return Charts.draw(chart);
  }

  /** The places to be drawn, by label in order, -1 where there is none. */
  private static Map<Integer, List<Integer>> byLabel(Cube cube) {
    Map<Integer, List<Integer>> places = new LinkedHashMap<>();
    Labels.present(cube).forEach(label -> places.put(label, new ArrayList<>()));
    cube.drawn().forEach(place -> places.get(cube.labels().get(place).orElse(-1)).add(place));
    return places;
  }

  private static double[] coordinate(CodeStack codes, int k, List<Integer> places) {
    return coordinate(codes, k, places.stream().mapToInt(Integer::intValue).toArray());
  }

  private static double[] coordinate(CodeStack codes, int k, int[] places) {
    return IntStream.of(places).mapToDouble(i -> codes.values()[codes.offset(i) + k]).toArray();
  }

  private static String axis(int k) {
    return "z" + (k + 1);
  }
}
