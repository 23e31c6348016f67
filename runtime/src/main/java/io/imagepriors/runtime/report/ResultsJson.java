package io.imagepriors.runtime.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Notice;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Results;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Results for programs: an object with an array {@code rows}, each with {@code prior} (null for a
 * restorer that needs none), {@code degradation}, {@code restorer}, {@code count}, {@code
 * psnrBefore}, {@code psnrAfter}, {@code psnrMissing} (masks only) and {@code seconds} per image;
 * then their standard errors {@code psnrAfterError}, {@code psnrMissingError}, and {@code
 * psnrMissingBefore}. {@code ssim} and {@code accuracy} have {@code Before} and {@code Error}
 * likewise, where they were measured; a single image has no {@code Error}. With several seeds a
 * figure's {@code Spread} is its standard deviation over them. {@code gain} is the mean difference
 * to the {@code reference} in dB and {@code gainMargin} half its 95% confidence interval. PSNR is
 * in dB, to four decimals.
 *
 * <p>The array {@code comparisons} sets prior against prior: {@code difference} is {@code prior}
 * minus {@code other} in dB, of the missing pixels where there are some, and {@code margin} half
 * its 95% confidence interval. What could not work is in the array {@code notices}.
 */
public final class ResultsJson {
  private ResultsJson() {}

  /** The results as an object, to print or to add to. */
  public static JsonObject of(Results results, Occasion occasion) {
    return of(results, occasion, Optional.empty());
  }

  /** The same, all methods compared with one of them. */
  public static JsonObject of(Results results, Occasion occasion, Reference reference) {
    return of(results, occasion, Optional.of(reference));
  }

  private static JsonObject of(Results results, Occasion occasion, Optional<Reference> reference) {
    JsonObject json = new JsonObject();
    json.addProperty("command", occasion.command());
    json.addProperty("images", occasion.images());
    json.addProperty("seed", occasion.seeds().get(0));
    json.add("seeds", new Gson().toJsonTree(occasion.seeds()));
    reference.ifPresent(chosen -> json.addProperty("reference", chosen.label()));
    json.addProperty("outcome", results.outcome().name().toLowerCase(Locale.ROOT));
    JsonArray rows = new JsonArray();
    List<Result> all = results.results();
    for (Result result : all) {
      Optional<Comparison> gain = reference.flatMap(chosen -> chosen.against(result, all));
      rows.add(
          new GsonBuilder().serializeNulls().create().toJsonTree(RowFields.of(result.row(), gain)));
    }
    json.add("rows", rows);
    JsonArray comparisons = new JsonArray();
    Comparison.ofPriors(all).forEach(comparison -> comparisons.add(json(comparison)));
    json.add("comparisons", comparisons);
    JsonArray notices = new JsonArray();
    results.notices().forEach(notice -> notices.add(json(notice)));
    json.add("notices", notices);
    return json;
  }

  /** The object as text, indented, ending with a line end. */
  public static String text(JsonObject json) {
    Gson gson =
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
    return gson.toJson(json) + "\n";
  }

  private static JsonObject json(Comparison comparison) {
    JsonObject json = new JsonObject();
    json.addProperty("degradation", comparison.first().row().degradation());
    json.addProperty("restorer", comparison.first().row().restorer());
    json.add("prior", name(comparison.second().row().prior()));
    json.add("other", name(comparison.first().row().prior()));
    json.addProperty("difference", RowFields.rounded(comparison.difference().value()));
    json.addProperty("margin", RowFields.rounded(comparison.difference().margin()));
    json.addProperty("clear", comparison.clear());
    return json;
  }

  private static JsonObject json(Notice notice) {
    JsonObject json = new JsonObject();
    json.add("prior", name(notice.prior()));
    json.addProperty("degradation", notice.degradation());
    json.addProperty("restorer", notice.restorer());
    json.addProperty("reason", notice.reason());
    return json;
  }

  /** JSON's null where there is no prior. */
  private static JsonElement name(Optional<String> prior) {
    return prior.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }
}
