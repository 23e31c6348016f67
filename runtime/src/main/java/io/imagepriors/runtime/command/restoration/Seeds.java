package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.command.Option;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The seeds of an evaluation: how many, or which. */
final class Seeds {
  /** More would rather be more images. */
  private static final int MOST = 1000;

  private Seeds() {}

  /** The option {@code --seeds}. */
  static Option<String> option(String usual) {
    return option("noise", usual);
  }

  /** The same, for seeds of something else. */
  static Option<String> option(String what, String usual) {
    return Option.text(
        "seeds",
        "SEEDS",
        usual,
        what + " seeds: how many (3 means 0, 1 and 2), or which ones (7,8,9; 7, for one)");
  }

  /**
   * Reads the option's text.
   *
   * @throws InvalidInputException if it is neither a count nor a list of whole numbers
   */
  static List<Long> parse(String text) {
    try {
      if (text.contains(",")) {
        List<Long> seeds =
            Arrays.stream(text.split(",")).map(String::strip).map(Long::valueOf).toList();
        return require(text, seeds.stream().distinct().toList());
      }
      int count = Integer.parseInt(text.strip());
      return require(text, LongStream.range(0, Math.min(count, MOST + 1)).boxed().toList());
    } catch (NumberFormatException e) {
      throw refusal(text);
    }
  }

  /** The text that {@link #parse} turns into some seeds. */
  static String format(List<Long> seeds) {
    String list = seeds.stream().map(String::valueOf).collect(Collectors.joining(","));
    return seeds.size() == 1 ? list + "," : list;
  }

  private static List<Long> require(String text, List<Long> seeds) {
    if (seeds.isEmpty() || seeds.size() > MOST) {
      throw refusal(text);
    }
    return seeds;
  }

  private static InvalidInputException refusal(String text) {
    return InvalidInputException.of(
        "option --seeds", "be a count in [1, " + MOST + "], or a list like 7,8,9", text);
  }
}
