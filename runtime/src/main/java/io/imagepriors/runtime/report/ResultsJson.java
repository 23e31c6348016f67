package io.imagepriors.runtime.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.imagepriors.runtime.evaluation.Notice;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.evaluation.Row;
import io.imagepriors.runtime.metric.Mean;
import java.util.Locale;
import java.util.Optional;

/**
 * Results for programs: an object with an array {@code rows}, each with {@code prior} (null for a
 * restorer that needs none), {@code degradation}, {@code restorer}, {@code count}, {@code
 * psnrBefore}, {@code psnrAfter}, {@code psnrMissing} (masks only) and {@code seconds} per image;
 * then their standard errors {@code psnrAfterError}, {@code psnrMissingError}, and {@code
 * psnrMissingBefore}. PSNR is in dB, to four decimals. What could not work is in the array {@code
 * notices}.
 */
public final class ResultsJson {
  private static final double DECIMALS = 1e4;
  private static final double MICRO = 1e6;

  private ResultsJson() {}

  /** The results as an object, to print or to add to. */
  public static JsonObject of(Results results, Occasion occasion) {
    JsonObject json = new JsonObject();
    json.addProperty("command", occasion.command());
    json.addProperty("images", occasion.images());
    json.addProperty("seed", occasion.seed());
    json.addProperty("outcome", results.outcome().name().toLowerCase(Locale.ROOT));
    JsonArray rows = new JsonArray();
    results.rows().forEach(row -> rows.add(json(row)));
    json.add("rows", rows);
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

  private static JsonObject json(Row row) {
    JsonObject json = new JsonObject();
    json.add("prior", name(row.prior()));
    json.addProperty("degradation", row.degradation());
    json.addProperty("restorer", row.restorer());
    json.addProperty("count", row.count());
    json.addProperty("psnrBefore", value(row.before()));
    json.addProperty("psnrAfter", value(row.after()));
    row.missingAfter().ifPresent(mean -> json.addProperty("psnrMissing", value(mean)));
    json.addProperty("seconds", Math.round(row.seconds() * MICRO) / MICRO);
    json.addProperty("psnrAfterError", error(row.after()));
    row.missingBefore().ifPresent(mean -> json.addProperty("psnrMissingBefore", value(mean)));
    row.missingAfter().ifPresent(mean -> json.addProperty("psnrMissingError", error(mean)));
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

  private static double value(Mean mean) {
    return Math.round(mean.value() * DECIMALS) / DECIMALS;
  }

  private static double error(Mean mean) {
    return Math.round(mean.error() * DECIMALS) / DECIMALS;
  }
}
