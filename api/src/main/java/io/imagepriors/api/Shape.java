package io.imagepriors.api;

/**
 * The size of one image: channels, rows and columns, all at least 1.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param height rows
 * @param width columns
 */
public record Shape(int channels, int height, int width) {

  /** The largest number of values in one image: 2^26, a grey picture of 8192 x 8192. */
  public static final int MAX_SIZE = 1 << 26;

  /**
   * @throws InvalidInputException if a side is below 1 or the image would hold more than {@link
   *     #MAX_SIZE} values
   */
  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw InvalidInputException.of(
          "shape", "have channels, height and width of at least 1", text(channels, height, width));
    }
    if ((double) channels * height * width > MAX_SIZE) {
      throw InvalidInputException.of(
          "shape", "hold at most " + MAX_SIZE + " values", text(channels, height, width));
    }
  }

  /** A grey image of the given rows and columns. */
  public static Shape grey(int height, int width) {
    return new Shape(1, height, width);
  }

  /**
   * Reads what {@link #toString()} writes, for example {@code 1x28x28}; {@code 28x28} is grey.
   *
   * @throws InvalidInputException if the text is not of that form
   */
  public static Shape parse(String text) {
    String[] sides = text.trim().split("x", -1);
    try {
      if (sides.length == 2) {
        return grey(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
      }
      if (sides.length == 3) {
        return new Shape(
            Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), Integer.parseInt(sides[2]));
      }
    } catch (NumberFormatException e) {
      throw InvalidInputException.of("shape", "read like 1x28x28 or 28x28", text);
    }
    throw InvalidInputException.of("shape", "read like 1x28x28 or 28x28", text);
  }

  /** The number of values in one image: {@code channels * height * width}. */
  public int size() {
    return channels * height * width;
  }

  /** Channels, height and width, as in {@code 1x28x28}. */
  @Override
  public String toString() {
    return text(channels, height, width);
  }

  private static String text(int channels, int height, int width) {
    return channels + "x" + height + "x" + width;
  }
}
