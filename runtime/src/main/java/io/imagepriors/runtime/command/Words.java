package io.imagepriors.runtime.command;

import io.imagepriors.api.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The words of a command line, sorted into options and operands, all still text. */
final class Words {
  private final ParseResult result;

  private Words(ParseResult result) {
    this.result = result;
  }

  /**
   * Sorts words.
   *
   * @param unknownAllowed whether words that fit nowhere are kept for {@link #unknown()}
   * @throws InvalidInputException if a value is missing or an option stands twice
   */
  static Words sort(CommandLine line, List<String> words, boolean unknownAllowed) {
    line.setUnmatchedArgumentsAllowed(unknownAllowed);
    try {
      return new Words(line.parseArgs(words.toArray(new String[0])));
    } catch (CommandLine.ParameterException e) {
      String message = e.getMessage().lines().findFirst().orElse("");
      throw new InvalidInputException(lowerFirst(message), e);
    }
  }

  /** Words that fit nowhere. */
  List<String> unknown() {
    return result.unmatched();
  }

  boolean has(String option) {
    return result.hasMatchedOption("--" + option);
  }

  /** The value of an option that was given; a switch gives {@code true}. */
  Optional<String> value(String option) {
    return values(option).stream().findFirst();
  }

  /** The values of an option, in order; empty if it was not given. */
  List<String> values(String option) {
    OptionSpec matched = result.matchedOption("--" + option);
    if (matched == null) {
      return List.of();
    }
    return matched.arity().max() == 0 ? List.of("true") : List.copyOf(matched.stringValues());
  }

  /** The words that belong to no option. */
  List<String> operands() {
    List<String> words = new ArrayList<>();
    for (PositionalParamSpec positional : result.matchedPositionals()) {
      words.addAll(positional.stringValues());
    }
    return words;
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
