package io.imagepriors.runtime.report;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Plan;
import io.imagepriors.runtime.evaluation.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The method that all others are compared with.
 *
 * @param label {@link Result#INPUT}, or a method as tables call it: {@code hybrid, naive}
 */
public record Reference(String label) {

  /**
   * Reads a name.
   *
   * @param text {@code input}, or a method, with or without a space after the comma
   * @throws InvalidInputException if the plan has no such method; the message lists those it has
   */
  public static Reference of(String text, Plan plan) {
    List<String> known = new ArrayList<>(List.of(Result.INPUT));
    known.addAll(plan.methods());
    return known.stream()
        .filter(label -> squeezed(label).equals(squeezed(text)))
        .findFirst()
        .map(Reference::new)
        .orElseThrow(() -> InvalidInputException.unknown("reference", text, quoted(known)));
  }

  /**
   * How much better a result is than the reference on the same images; empty for the reference
   * itself, where it has no result, or for a single image.
   *
   * @param results all results
   */
  Optional<Comparison> against(Result result, List<Result> results) {
    if (result.row().count() < 2 || result.row().method().equals(label)) {
      return Optional.empty();
    }
    return label.equals(Result.INPUT)
        ? Optional.of(Comparison.of(result.input(), result))
        : results.stream()
            .filter(other -> other.row().method().equals(label))
            .filter(other -> other.row().degradation().equals(result.row().degradation()))
            .findFirst()
            .map(other -> Comparison.of(other, result));
  }

  private static String squeezed(String text) {
    return text.replace(" ", "");
  }

  private static List<String> quoted(List<String> labels) {
    return labels.stream().map(label -> "'" + squeezed(label) + "'").toList();
  }
}
