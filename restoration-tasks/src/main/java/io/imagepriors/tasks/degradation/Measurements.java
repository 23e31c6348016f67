package io.imagepriors.tasks.degradation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of measurements; written {@code 196}, or {@code 25%} of the number of values.
 *
 * @param amount the number or the percentage; above 0
 * @param isShare whether it is a percentage
 */
record Measurements(double amount, boolean isShare) {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");

  /** Reads a number from 1 on, or a percentage in (0, 100]; empty if the text is none. */
  static Optional<Measurements> parse(String text) {
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(new Measurements(Integer.parseInt(text), false));
    }
    Matcher share = SHARE.matcher(text);
    return share.matches()
        ? Optional.of(new Measurements(Double.parseDouble(share.group(1)), true))
            .filter(m -> m.amount() > 0 && m.amount() <= 100)
        : Optional.empty();
  }

  /** The number for images of that many values; at least 1. */
  int of(int values) {
    return isShare ? (int) Math.max(1, Math.round(values * amount / 100)) : (int) amount;
  }

  @Override
  public String toString() {
    String number = new BigDecimal(Double.toString(amount)).stripTrailingZeros().toPlainString();
    return isShare ? number + "%" : number;
  }
}
