package io.imagepriors.api;

import java.math.BigDecimal;

/**
 * A range of numbers, each end inside or outside.
 *
 * @param low the lower end, may be negative infinity
 * @param lowIncluded whether {@code low} belongs to it
 * @param high the upper end, may be infinity
 * @param highIncluded whether {@code high} belongs to it
 */
public record Interval(double low, boolean lowIncluded, double high, boolean highIncluded) {

  /** All numbers from {@code low} to {@code high}, both included. */
  public static Interval closed(double low, double high) {
    return new Interval(low, true, high, true);
  }

  /** All numbers above {@code low} and up to {@code high}, which is included. */
  public static Interval openClosed(double low, double high) {
    return new Interval(low, false, high, true);
  }

  /** All numbers from {@code low}, included, and below {@code high}. */
  public static Interval closedOpen(double low, double high) {
    return new Interval(low, true, high, false);
  }

  /** All numbers between {@code low} and {@code high}, both excluded. */
  public static Interval open(double low, double high) {
    return new Interval(low, false, high, false);
  }

  /** Whether the number lies in this range; NaN never does. */
  public boolean contains(double value) {
    return (lowIncluded ? value >= low : value > low)
        && (highIncluded ? value <= high : value < high);
  }

  /** Mathematical notation, as in {@code (0, 10]}. */
  @Override
  public String toString() {
    return (lowIncluded ? "[" : "(") + text(low) + ", " + text(high) + (highIncluded ? "]" : ")");
  }

  /** A number without needless digits: {@code 10}, {@code 0.25}, {@code infinity}. */
  static String text(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinity" : "-infinity";
    }
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
