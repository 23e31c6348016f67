package io.imagepriors.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a command says of itself: name, help, options, choices, operands. Immutable. */
public final class Signature {
  static final Option<Boolean> HELP = Option.flag("help", "show this help");
  static final Option<Boolean> JSON = Option.flag("json", "answer with one JSON document");

  private final String name;
  private final String summary;
  private final String details;
  private final List<Choice<?>> choices;
  private final List<Option<?>> options;
  private final Operands operands;
  private final List<String> examples;

  private Signature(
      String name,
      String summary,
      String details,
      List<Choice<?>> choices,
      List<Option<?>> options,
      Operands operands,
      List<String> examples) {
    this.name = name;
    this.summary = summary;
    this.details = details;
    this.choices = choices;
    this.options = options;
    this.operands = operands;
    this.examples = examples;
  }

  /** A command without options. */
  public static Signature of(String name, String summary) {
    return new Signature(name, summary, "", List.of(), List.of(), Operands.none(), List.of());
  }

  /** A copy with sentences for its own help, which say what the summary has no room for. */
  public Signature details(String text) {
    return new Signature(name, summary, text, choices, options, operands, examples);
  }

  /** A copy with more choices of plug-ins. */
  public Signature choices(Choice<?>... more) {
    return new Signature(
        name, summary, details, joined(choices, List.of(more)), options, operands, examples);
  }

  /** A copy with more options. */
  public Signature options(Option<?>... more) {
    return new Signature(
        name, summary, details, choices, joined(options, List.of(more)), operands, examples);
  }

  /** A copy with {@code --json}. */
  public Signature answersWithData() {
    return options(JSON);
  }

  /** A copy that takes words that belong to no option. */
  public Signature operands(Operands words) {
    return new Signature(name, summary, details, choices, options, words, examples);
  }

  /** A copy with one more example for the help; without the program's name. */
  public Signature example(String line) {
    return new Signature(
        name, summary, details, choices, options, operands, joined(examples, List.of(line)));
  }

  /** The command's name. */
  public String name() {
    return name;
  }

  /** What it does, in half a line. */
  public String summary() {
    return summary;
  }

  String details() {
    return details;
  }

  List<Choice<?>> choices() {
    return choices;
  }

  List<Option<?>> options() {
    return joined(options, List.of(HELP));
  }

  Operands operands() {
    return operands;
  }

  List<String> examples() {
    return examples;
  }

  boolean hasOption(String option) {
    return Stream.concat(
            options.stream().map(Option::name),
            choices.stream().filter(choice -> !choice.isOperand()).map(Choice::name))
        .anyMatch(option::equals);
  }

  private static <T> List<T> joined(List<? extends T> some, List<? extends T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
