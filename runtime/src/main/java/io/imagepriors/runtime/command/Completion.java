package io.imagepriors.runtime.command;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What could stand where the cursor is, for one command line. Immutable. */
public final class Completion {

  /**
   * One way to go on.
   *
   * @param text the whole word
   * @param description half a line
   * @param complete whether a space should follow
   */
  public record Candidate(String text, String description, boolean complete) {}

  private final Signature signature;
  private final Catalog catalog;
  private final List<String> before;
  private final String current;

  private Completion(Signature signature, Catalog catalog, List<String> before, String current) {
    this.signature = signature;
    this.catalog = catalog;
    this.before = before;
    this.current = current;
  }

  /**
   * Candidates for the last word, which may be empty. Not all begin with it: the shell filters.
   *
   * @param words the line up to the cursor, the command's name first
   */
  public static List<Candidate> of(List<String> words, Commands commands, Catalog catalog) {
    int last = words.size() - 1;
    if (last == 0) {
      return commands.names().stream()
          .map(n -> new Candidate(n, commands.get(n).signature().summary(), true))
          .toList();
    }
    if (words.get(0).equals("help")) {
      return commands.names().stream().map(n -> new Candidate(n, "", true)).toList();
    }
    if (!commands.has(words.get(0))) {
      return List.of();
    }
    Command command = commands.get(words.get(0));
    if (command instanceof CommandGroup group) {
      return of(words.subList(1, words.size()), group.members(), catalog);
    }
    Signature signature =
        command instanceof SwitchedCommand forms
            ? forms.form(words).signature()
            : command.signature();
    return new Completion(signature, catalog, words.subList(1, last), words.get(last)).candidates();
  }

  private List<Candidate> candidates() {
    int equals = current.indexOf('=');
    if (current.startsWith("--") && equals > 0) {
      String option = current.substring(0, equals);
      return values(option.substring(2), current.substring(equals + 1)).stream()
          .map(c -> new Candidate(option + "=" + c.text(), c.description(), c.complete()))
          .toList();
    }
    String previous = before.isEmpty() ? "" : before.get(before.size() - 1);
    if (takesValue(previous)) {
      return values(previous.substring(2), current);
    }
    if (current.startsWith("-")) {
      return options();
    }
    List<Candidate> all = new ArrayList<>(operands());
    if (current.isEmpty()) {
      all.addAll(options());
    }
    return all;
  }

  private boolean takesValue(String word) {
    if (!word.startsWith("--") || word.contains("=")) {
      return false;
    }
    return signature.options().stream()
        .noneMatch(option -> option.isFlag() && word.equals("--" + option.name()));
  }

  private List<Candidate> options() {
    List<Candidate> all = new ArrayList<>();
    signature.choices().stream()
        .filter(choice -> !choice.isOperand())
        .forEach(c -> all.add(new Candidate("--" + c.name(), "choose a " + c.kind(), true)));
    Settings settings = chosen();
    settings
        .byName()
        .keySet()
        .forEach(name -> all.add(new Candidate("--" + name, settings.help(name), true)));
    if (current.contains(".")) {
      settings.qualifiedNames().forEach(name -> all.add(new Candidate("--" + name, "", true)));
    }
    signature.options().stream()
        .filter(option -> !settings.byName().containsKey(option.name()))
        .forEach(option -> all.add(new Candidate("--" + option.name(), option.help(), true)));
    return all;
  }

  private List<Candidate> operands() {
    Optional<Choice<?>> choice = signature.choices().stream().filter(Choice::isOperand).findFirst();
    if (choice.isPresent() && (choice.get().isMany() || operandsBefore().isEmpty())) {
      return plugins(choice.get(), current);
    }
    return switch (signature.operands().nature()) {
      case FILE -> FileNames.startingWith(current);
      case PLUGIN ->
          catalog.entries().stream()
              .map(e -> new Candidate(e.name(), e.plugin().descriptor().summary(), true))
              .distinct()
              .toList();
      case TEXT -> List.of();
    };
  }

  private List<String> operandsBefore() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      boolean isValue = i > 0 && takesValue(before.get(i - 1));
      if (!isValue && !before.get(i).startsWith("-")) {
        words.add(before.get(i));
      }
    }
    return words;
  }

  private List<Candidate> values(String option, String text) {
    for (Choice<?> choice : signature.choices()) {
      if (!choice.isOperand() && choice.name().equals(option)) {
        return plugins(choice, text);
      }
    }
    for (Option<?> known : signature.options()) {
      if (known.name().equals(option)) {
        return known.isFile() ? FileNames.startingWith(text) : texts(known.choices());
      }
    }
    Settings settings = chosen();
    String name = option.substring(option.indexOf('.') + 1);
    return settings.byName().containsKey(name) ? values(settings.first(name), text) : List.of();
  }

  /** A plug-in's name or settings; in a sequence, those of the last. */
  private List<Candidate> plugins(Choice<?> choice, String text) {
    int start = choice.isSequence() ? Spec.lastStart(text) : 0;
    String head = text.substring(0, start);
    return plugin(choice, text.substring(start)).stream()
        .map(c -> new Candidate(head + c.text(), c.description(), c.complete()))
        .toList();
  }

  private List<Candidate> plugin(Choice<?> choice, String text) {
    int colon = text.indexOf(':');
    if (colon > 0) {
      return catalog
          .find(choice.kind(), text.substring(0, colon))
          .map(entry -> settings(entry.plugin().descriptor(), text))
          .orElse(List.of());
    }
    Stream<Candidate> names =
        catalog.entries(choice.kind()).stream()
            .map(e -> new Candidate(e.name(), e.plugin().descriptor().summary(), true));
    boolean path = ModelFile.canHold(choice.kind()) && text.matches(".*[./\\\\].*");
    return Stream.concat(names, path ? FileNames.startingWith(text).stream() : Stream.empty())
        .toList();
  }

  /** Within {@code mask:hole=10,s}: the parameter's name or its value. */
  private static List<Candidate> settings(Descriptor descriptor, String text) {
    int start = Math.max(text.lastIndexOf(','), text.indexOf(':')) + 1;
    String head = text.substring(0, start);
    int equals = text.indexOf('=', start);
    if (equals < 0) {
      return descriptor.parameters().stream()
          .map(p -> new Candidate(head + p.name() + "=", p.help(), false))
          .toList();
    }
    String key = text.substring(start, equals);
    return descriptor.parameters().stream()
        .filter(p -> p.name().equals(key))
        .flatMap(p -> values(p, text.substring(equals + 1)).stream())
        .map(c -> new Candidate(head + key + "=" + c.text(), c.description(), false))
        .toList();
  }

  /** The listed choices, else the default as an example of what is right; files for a path. */
  private static <T> List<Candidate> values(Parameter<T> parameter, String text) {
    if (!parameter.choices().isEmpty()) {
      return texts(parameter.choices());
    }
    String value = parameter.format(parameter.defaultValue());
    return value.isEmpty()
        ? FileNames.startingWith(text)
        : List.of(new Candidate(value, "default; " + parameter.rule(), true));
  }

  private static List<Candidate> texts(List<String> texts) {
    return texts.stream().map(text -> new Candidate(text, "", true)).toList();
  }

  /** The plug-ins that the line chooses so far, defaults included; what is unknown is left out. */
  private Settings chosen() {
    List<Settings.Owner> owners = new ArrayList<>();
    for (Choice<?> choice : signature.choices()) {
      List<String> specs = new ArrayList<>(specs(choice));
      if (specs.isEmpty()) {
        specs.addAll(choice.defaults(catalog.names(choice.kind())));
      }
      specs.stream()
          .flatMap(spec -> descriptors(choice, spec))
          .forEach(descriptor -> owners.add(new Settings.Owner(choice, descriptor)));
    }
    return new Settings(owners);
  }

  private List<String> specs(Choice<?> choice) {
    if (choice.isOperand()) {
      List<String> operands = operandsBefore();
      return operands.subList(0, Math.min(choice.isMany() ? operands.size() : 1, operands.size()));
    }
    String option = "--" + choice.name();
    List<String> specs = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).startsWith(option + "=")) {
        specs.add(before.get(i).substring(option.length() + 1));
      } else if (i > 0 && before.get(i - 1).equals(option)) {
        specs.add(before.get(i));
      }
    }
    return specs;
  }

  private Stream<Descriptor> descriptors(Choice<?> choice, String text) {
    try {
      return choice.specs(text).stream()
          .flatMap(spec -> catalog.find(choice.kind(), spec.name()).stream())
          .map(entry -> entry.plugin().descriptor());
    } catch (InvalidInputException e) {
      return Stream.empty();
    }
  }
}
