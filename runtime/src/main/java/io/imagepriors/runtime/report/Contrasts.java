package io.imagepriors.runtime.report;

import io.imagepriors.api.ImageStack;
import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Degraded;
import io.imagepriors.runtime.evaluation.Result;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The images on which two priors differ most, in both directions, among those that are kept to be
 * shown; one figure for each of the degradations on which they differ most.
 */
final class Contrasts {
  private static final int FIGURES = 3;
  private static final int EACH = 4;

  private Contrasts() {}

  /** The figures, as the template takes them; none without two priors. */
  static List<Map<String, Object>> of(List<Result> results) {
    List<Comparison> widest =
        Comparison.ofPriors(results).stream()
            .filter(c -> c.first().restored().isPresent() && c.second().restored().isPresent())
            .sorted(Comparator.comparingDouble(c -> -Math.abs(c.difference().value())))
            .toList();
    List<String> degradations =
        widest.stream().map(c -> c.first().row().degradation()).distinct().limit(FIGURES).toList();
    return degradations.stream()
        .map(d -> widest.stream().filter(c -> c.first().row().degradation().equals(d)).findFirst())
        .map(comparison -> figure(comparison.orElseThrow()))
        .toList();
  }

  private static Map<String, Object> figure(Comparison comparison) {
    Result first = comparison.first();
    Result second = comparison.second();
    int[] places = places(first, second);
    Degraded degraded = first.degraded();
    return Map.of(
        "degradation", first.row().degradation(),
        "restorer", first.row().restorer(),
        "first", first.row().prior().orElseThrow(),
        "second", second.row().prior().orElseThrow(),
        "among", String.valueOf(shown(first).count()),
        "difference", String.format(Locale.ROOT, "%+.2f", comparison.difference().value()),
        "strips",
            List.of(
                strip("clean", degraded.clean(), places),
                strip("degraded", degraded.baseline(), places),
                strip(first.row().prior().orElseThrow(), shown(first), places),
                strip(second.row().prior().orElseThrow(), shown(second), places)));
  }

  /** First those on which the second prior is ahead, most of all, then those of the first. */
  private static int[] places(Result first, Result second) {
    double[] before = first.after().values(first.after().judged());
    double[] after = second.after().values(first.after().judged());
    List<Integer> sorted =
        IntStream.range(0, shown(first).count())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> before[i] - after[i]))
            .toList();
    int each = Math.min(EACH, (sorted.size() + 1) / 2);
    return Stream.concat(
            sorted.stream().limit(each), sorted.stream().skip(Math.max(each, sorted.size() - each)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static ImageStack shown(Result result) {
    return result.restored().orElseThrow();
  }

  private static Map<String, Object> strip(String label, ImageStack images, int[] places) {
    ImageStack some = images.gather(places);
    return Map.of("label", label, "source", Pictures.strip(some, some.count()));
  }
}
