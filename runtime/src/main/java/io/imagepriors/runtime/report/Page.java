package io.imagepriors.runtime.report;

import com.samskivert.mustache.Mustache;
import io.imagepriors.runtime.picture.PictureWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What pages share: templates beside this class, each of which can include others, one style,
 * numbered figures and tables, pictures as data URIs. Pages are well-formed XML, so that they can
 * be printed.
 */
final class Page {
  private Page() {}

  /** Fills a template; all text is escaped, what is missing stays empty. */
  static String of(String template, Occasion occasion, Map<String, Object> fields) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put("title", occasion.title());
    all.put("images", occasion.images());
    all.put("seed", seeds(occasion));
    all.put("firstSeed", String.valueOf(occasion.seeds().get(0)));
    all.put("command", occasion.command());
    all.put("priors", priors(occasion));
    all.put("machine", pairs(occasion.machine()));
    all.put("figure", numbered("Figure"));
    all.put("table", numbered("Table"));
    return Mustache.compiler()
        .defaultValue("")
        .emptyStringIsFalse(true)
        .withLoader(name -> new StringReader(read(name)))
        .compile(read(template))
        .execute(all);
  }

  /** A picture within the page. */
  static String source(BufferedImage picture) {
    byte[] png = PictureWriter.png(picture);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** A caption that begins with a word and the next number. */
  private static Mustache.Lambda numbered(String word) {
    int[] last = {0};
    return (caption, out) -> {
      last[0]++;
      out.write("<b>" + word + " " + last[0] + ".</b> ");
      caption.execute(out);
    };
  }

  private static List<Map<String, String>> pairs(Map<String, String> facts) {
    return facts.entrySet().stream()
        .map(fact -> Map.of("key", fact.getKey(), "value", fact.getValue()))
        .toList();
  }

  private static String seeds(Occasion occasion) {
    return occasion.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static List<Map<String, Object>> priors(Occasion occasion) {
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
