package io.imagepriors.runtime.report;

import com.samskivert.mustache.Mustache;
import io.imagepriors.runtime.picture.PictureWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What pages share: templates beside this class, pictures as data URIs. */
final class Page {
  private Page() {}

  /** Fills a template; all text is escaped, what is missing stays empty. */
  static String of(String template, Map<String, Object> fields) {
    return Mustache.compiler().defaultValue("").compile(read(template)).execute(fields);
  }

  /** A picture within the page. */
  static String source(BufferedImage picture) {
    byte[] png = PictureWriter.png(picture);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** Facts as the templates list them. */
  static List<Map<String, String>> pairs(Map<String, String> facts) {
    return facts.entrySet().stream()
        .map(fact -> Map.of("key", fact.getKey(), "value", fact.getValue()))
        .toList();
  }

  /** The seeds as one text. */
  static String seeds(Occasion occasion) {
    return occasion.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** What is known of each prior, as the templates list it. */
  static List<Map<String, Object>> priors(Occasion occasion) {
    return occasion.priors().entrySet().stream()
        .map(
            prior ->
                Map.<String, Object>of("name", prior.getKey(), "facts", pairs(prior.getValue())))
        .toList();
  }

  private static String read(String template) {
    try (InputStream input = Page.class.getResourceAsStream(template)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the template in this jar can't be read", e);
    }
  }
}
