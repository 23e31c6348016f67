package io.imagepriors.runtime.command;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.catalog.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One command line on its way to a run. The words are sorted twice: first with the options of every
 * plug-in there is, to learn which are chosen, then with those of the chosen ones alone.
 */
final class Request implements AutoCloseable {
  private final Signature signature;
  private final Session session;
  private final Settings possible;
  private final Selection selection;
  private final List<String> words;
  private final Words loose;

  Request(Signature signature, List<String> words, Session session) {
    this.signature = signature;
    this.words = words;
    this.session = session;
    this.possible = possible(signature, session.catalog());
    this.selection = new Selection(session.catalog());
    this.loose = Words.sort(syntax(possible).commandLine(), words, true);
  }

  boolean wantsHelp() {
    return loose.has(Signature.HELP.name());
  }

  /**
   * Prints help for the command with the parameters of the plug-ins chosen so far, and of all that
   * could be where none is chosen yet.
   */
  void printHelp() {
    List<Settings.Owner> owners = new ArrayList<>();
    for (Choice<?> choice : signature.choices()) {
      if (texts(choice).isEmpty() && choice.isRequired()) {
        owners.addAll(possible(choice, session.catalog()));
      } else {
        selectForHelp(choice);
      }
    }
    owners.addAll(selection.settings().owners());
    Usage.print(syntax(new Settings(owners)).commandLine(), signature, session);
  }

  /** Help is wanted most when the line is not right yet: it goes on with what can be read. */
  private void selectForHelp(Choice<?> choice) {
    try {
      selection.add(choice, texts(choice));
    } catch (InvalidInputException e) {
      session.console().err().println("note: " + e.getMessage());
    }
  }

  /**
   * Reads everything.
   *
   * @throws InvalidInputException for the first word that breaks a rule
   */
  Invocation invocation() {
    requireKnownOptions(loose.unknown(), possible);
    select();
    Words strict = Words.sort(syntax(selection.settings()).commandLine(), words, true);
    requireKnownOptions(strict.unknown(), selection.settings());
    if (!strict.unknown().isEmpty()) {
      throw new InvalidInputException("unexpected word '" + strict.unknown().get(0) + "'");
    }
    return new Invocation(strict, selection.read(strict), operands(strict), session);
  }

  private void select() {
    for (Choice<?> choice : signature.choices()) {
      List<String> texts = texts(choice);
      if (texts.isEmpty() && choice.isRequired()) {
        throw new InvalidInputException(missing(choice));
      }
      selection.add(choice, texts);
    }
  }

  /** What the user wrote for a choice. */
  private List<String> texts(Choice<?> choice) {
    if (!choice.isOperand()) {
      return loose.values(choice.name());
    }
    List<String> operands = loose.operands();
    return operands.subList(0, Math.min(choice.isMany() ? operands.size() : 1, operands.size()));
  }

  private List<String> operands(Words sorted) {
    List<String> all = new ArrayList<>(sorted.operands());
    signature.choices().stream()
        .filter(Choice::isOperand)
        .forEach(choice -> all.subList(0, texts(choice).size()).clear());
    Operands rule = signature.operands();
    if (all.size() < rule.least()) {
      throw new InvalidInputException(
          signature.name() + " needs " + rule.label() + ": " + rule.help());
    }
    return all;
  }

  private String missing(Choice<?> choice) {
    String names = String.join(", ", session.catalog().names(choice.kind()));
    String how = choice.isOperand() ? "a " + choice.kind().label() : "--" + choice.name() + " NAME";
    return signature.name()
        + " needs "
        + how
        + "; "
        + (names.isEmpty() ? "none is plugged in" : "there are: " + names);
  }

  private void requireKnownOptions(List<String> unknown, Settings settings) {
    for (String word : unknown) {
      if (word.startsWith("-")) {
        throw new InvalidInputException(unknownOption(word, settings));
      }
    }
  }

  private String unknownOption(String word, Settings settings) {
    String option = word.replaceFirst("=.*", "");
    String name = option.replaceFirst("^-+", "");
    if (possible.byName().containsKey(name) && !settings.byName().containsKey(name)) {
      Settings.Owner owner = possible.byName().get(name).get(0);
      return "option '" + option + "' belongs to " + owner + ", which is not chosen";
    }
    List<String> known = new ArrayList<>();
    signature.options().forEach(o -> known.add("--" + o.name()));
    signature.choices().forEach(c -> known.add("--" + c.name()));
    settings.byName().keySet().forEach(n -> known.add("--" + n));
    String suggestion = Suggestion.of(option, known);
    String hint =
        suggestion.isEmpty() ? "; see: priors " + signature.name() + " --help" : suggestion;
    return "unknown option '" + option + "'" + hint;
  }

  private Syntax syntax(Settings settings) {
    Map<Choice<?>, List<String>> known = new LinkedHashMap<>();
    signature.choices().forEach(c -> known.put(c, session.catalog().names(c.kind())));
    return new Syntax(signature, settings, known);
  }

  /** The parameters of every plug-in that could be chosen. */
  static Settings possible(Signature signature, Catalog catalog) {
    List<Settings.Owner> owners = new ArrayList<>();
    signature.choices().forEach(choice -> owners.addAll(possible(choice, catalog)));
    return new Settings(owners);
  }

  private static List<Settings.Owner> possible(Choice<?> choice, Catalog catalog) {
    return catalog.entries(choice.kind()).stream()
        .map(entry -> new Settings.Owner(choice, entry.plugin().descriptor()))
        .toList();
  }

  /** Closes the model files that were opened for this line. */
  @Override
  public void close() {
    selection.close();
  }
}
