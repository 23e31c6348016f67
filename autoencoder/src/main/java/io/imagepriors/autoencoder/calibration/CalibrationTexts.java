package io.imagepriors.autoencoder.calibration;

import io.imagepriors.api.EnergyQuantiles;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a model's metadata says of its calibration: texts by keys, which lack the format's prefix
 * here. Lists are numbers with blanks between.
 */
public final class CalibrationTexts {
  /** What the keys begin with that hold the images' origin and number. */
  public static final String PREFIX = "calibration.";

  /** The key of the images' origin. */
  public static final String DATA = PREFIX + "data";

  /** The key of the number of images. */
  public static final String IMAGES = PREFIX + "images";

  /** The key of the energies, for people. */
  public static final String ENERGIES = PREFIX + "energies";

  private static final String VERSION = "1";
  private static final String RESIDUAL_VERSION = "residual.format";
  private static final String BOUNDS = "residual.bounds";
  private static final String DEVIATIONS = "residual.deviations";
  private static final String KERNEL = "residual.kernel";
  private static final String OWN = "residual.own";
  private static final String QUANTILES = "energy.quantiles";

  private static final MathContext DIGITS = new MathContext(4);

  /** The keys whose values are for programs. */
  private static final Set<String> LISTS =
      Set.of(RESIDUAL_VERSION, BOUNDS, DEVIATIONS, KERNEL, OWN, QUANTILES);

  private CalibrationTexts() {}

  /** Whether a key is one of those written here. */
  public static boolean owns(String key) {
    return LISTS.contains(key) || key.startsWith(PREFIX);
  }

  /** Whether a key's value is of no use to people. */
  public static boolean isForPrograms(String key) {
    return LISTS.contains(key);
  }

  /**
   * The residual law, if the texts hold one of a version known here.
   *
   * @param texts by keys without prefix
   * @throws InvalidInputException if it is malformed
   */
  public static Optional<ResidualLaw> residualLaw(Map<String, String> texts, Shape shape) {
    if (!VERSION.equals(texts.get(RESIDUAL_VERSION))) {
      return Optional.empty();
    }
    double[] own = numbers(texts, OWN);
    if (own.length != 1) {
      throw InvalidInputException.of(OWN, "be one number", texts.get(OWN));
    }
    return Optional.of(
        new MeasuredResiduals(
            shape,
            new DeviationTable(numbers(texts, BOUNDS), numbers(texts, DEVIATIONS)),
            new Correlations(shape, numbers(texts, KERNEL), own[0])));
  }

  /**
   * The energies' quantiles, if the texts hold them.
   *
   * @throws InvalidInputException if they are malformed
   */
  public static Optional<EnergyQuantiles> energyQuantiles(Map<String, String> texts) {
    return texts.containsKey(QUANTILES)
        ? Optional.of(EnergyQuantiles.of(numbers(texts, QUANTILES)))
        : Optional.empty();
  }

  /** Texts of a residual law. */
  static Map<String, String> of(DeviationTable table, Correlations correlations) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(RESIDUAL_VERSION, VERSION);
    texts.put(BOUNDS, text(table.bounds()));
    texts.put(DEVIATIONS, text(table.deviations()));
    texts.put(KERNEL, text(correlations.kernel()));
    texts.put(OWN, text(correlations.own()));
    return texts;
  }

  /** Texts of quantiles. */
  static Map<String, String> of(EnergyQuantiles quantiles) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(QUANTILES, text(quantiles.values()));
    texts.put(
        ENERGIES,
        String.format(
            "half below %s, 95%% below %s, 99%% below %s",
            text(quantiles.quantile(0.5)),
            text(quantiles.quantile(0.95)),
            text(quantiles.quantile(0.99))));
    return texts;
  }

  private static String text(double... values) {
    return Arrays.stream(values)
        .mapToObj(v -> BigDecimal.valueOf(v).round(DIGITS).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(" "));
  }

  private static double[] numbers(Map<String, String> texts, String key) {
    String text = texts.getOrDefault(key, "").trim();
    try {
      return Arrays.stream(text.split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw new InvalidInputException(key + " must be numbers with blanks between: " + text, e);
    }
  }
}
