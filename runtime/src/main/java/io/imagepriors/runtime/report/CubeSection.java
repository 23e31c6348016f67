package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Cube;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page shows of a prior's codes, as the template takes it. */
final class CubeSection {
  private CubeSection() {}

  /** The fields, with rows of at most {@code columns} images. */
  static Map<String, Object> of(Cube cube, int columns) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("dimension", String.valueOf(cube.codes().dimension()));
    fields.put("drawn", String.valueOf(cube.drawn().size()));
    fields.put("labels", labels(cube));
    fields.put("hasLabels", !labels(cube).isEmpty());
    fields.put(
        "planes",
        CubeCharts.planes(cube.codes().dimension()).stream()
            .map(
                plane ->
                    Map.of(
                        "name",
                        "z" + (plane[0] + 1) + " and z" + (plane[1] + 1),
                        "source",
                        Page.source(CubeCharts.plane(cube, plane))))
            .toList());
    fields.put("densities", Page.source(CubeCharts.densities(cube)));
    fields.put("samples", Pictures.strips(cube.samples(), columns));
    cube.holes()
        .ifPresent(
            holes ->
                fields.put(
                    "holes",
                    Map.of(
                        "decoded", Pictures.strip(holes.images(), columns),
                        "nearest", Pictures.strip(holes.nearest(), columns))));
    fields.put(
        "walks",
        cube.walks().stream().map(walk -> Pictures.strip(walk.images(), columns)).toList());
    return fields;
  }

  /** The legend; empty without labels. */
  private static List<Map<String, String>> labels(Cube cube) {
    return Labels.present(cube).stream()
        .filter(label -> label >= 0)
        .map(label -> Map.of("text", String.valueOf(label), "colour", Labels.style(label)))
        .toList();
  }
}
