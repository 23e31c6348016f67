package io.imagepriors.autoencoder.training;

import ai.djl.engine.Engine;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model file says of its own making. No times and no paths: the same training gives the same
 * bytes wherever it runs.
 */
final class ModelFacts {
  private static final Pattern ORIGIN = Pattern.compile("(\\S+)(?: \\((.+)\\))? (\\S+)");

  private final Map<String, String> facts = new LinkedHashMap<>();

  /** Facts known before training: who trains, on what, how, with which versions. */
  static ModelFacts of(String summary, TrainingImages images, Parameters parameters) {
    ModelFacts result = new ModelFacts();
    String name = parameters.descriptor().name();
    result.put("name", name);
    result.put("summary", summary);
    result.put("data", images.origin());
    result.put("data.sha256", images.fingerprint());
    result.put("images.learned", images.learnedCount());
    result.put("images.held-out", images.count() - images.learnedCount());
    result.put("seed", parameters.get(Settings.SEED));
    result.put("trainer", name);
    parameters.texts().forEach((key, value) -> result.put("parameter." + key, value));
    result.put("command", command(name, images.origin(), parameters));
    result.put("licence", "Apache-2.0, as far as the licence of the images allows");
    return result;
  }

  /** Adds the versions of all that computes. */
  ModelFacts withVersions(Engine engine) {
    put("version.image-priors", productVersion());
    put("version.djl", Engine.getDjlVersion());
    put("version.pytorch", engine.getVersion());
    return this;
  }

  /**
   * Adds how training ended.
   *
   * @param quality what the images held back say
   */
  ModelFacts withResult(Outcome outcome, long step, int bestEpoch, Map<String, String> quality) {
    put("training.outcome", outcome.name().toLowerCase(Locale.ROOT));
    put("training.steps", step);
    put("training.best-epoch", bestEpoch);
    quality.forEach(this::put);
    return this;
  }

  Map<String, String> map() {
    return new LinkedHashMap<>(facts);
  }

  private void put(String key, Object value) {
    facts.put(key, String.valueOf(value));
  }

  /** A number as a fact. */
  static String rounded(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /**
   * The command line that repeats the training: an origin reads like {@code mnist train[a:b]}, or
   * {@code pictures (scans) all} where the dataset lies in a folder, of which the name is known.
   */
  static String command(String name, String origin, Parameters parameters) {
    StringBuilder command = new StringBuilder("./priors train ").append(name);
    Matcher parts = ORIGIN.matcher(origin);
    if (parts.matches()) {
      append(command, "--dataset", parts.group(1));
      append(command, "--data", parts.group(2));
      append(command, "--split", parts.group(3));
    } else {
      append(command, "--dataset", origin);
    }
    parameters
        .texts()
        .forEach((key, value) -> command.append(" --").append(key).append(' ').append(value));
    return command.append(" --output ").append(name).append(".onnx").toString();
  }

  private static void append(StringBuilder command, String option, String word) {
    if (word != null) {
      command.append(' ').append(option).append(' ').append(quoted(word));
    }
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9._/-]+") ? word : '"' + word + '"';
  }

  private static String productVersion() {
    Properties properties = new Properties();
    try (InputStream in = ModelFacts.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
