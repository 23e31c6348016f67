package io.imagepriors.runtime.command;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Catalog;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a command: what the user asked for, read and checked, and where to answer. */
public final class Invocation {
  private final Words words;
  private final Map<Choice<?>, List<Chosen<?>>> chosen;
  private final List<String> operands;
  private final Session session;

  Invocation(
      Words words, Map<Choice<?>, List<Chosen<?>>> chosen, List<String> operands, Session session) {
    this.words = words;
    this.chosen = chosen;
    this.operands = List.copyOf(operands);
    this.session = session;
  }

  /**
   * The value of an option, or its default.
   *
   * @throws InvalidInputException if the text breaks the option's rule
   */
  public <T> T get(Option<T> option) {
    return option.read(words.value(option.name()));
  }

  /**
   * The value of an option that this run can't do without.
   *
   * @throws InvalidInputException if the user did not give it
   */
  public <T> T need(Option<Optional<T>> option) {
    return get(option)
        .orElseThrow(
            () -> new InvalidInputException("--" + option.name() + " is needed: " + option.help()));
  }

  /** Whether the user gave the option. */
  public boolean has(Option<?> option) {
    return words.has(option.name());
  }

  /** Whether the user chose, rather than leaving it to the default. */
  public boolean has(Choice<?> choice) {
    return words.has(choice.name());
  }

  /** The plug-in of a choice that always gives one. */
  public <P extends Plugin> Chosen<P> one(Choice<P> choice) {
    return all(choice).get(0);
  }

  /** The plug-ins of a choice, in the user's order, or by name where all were taken. */
  @SuppressWarnings("unchecked") // Selection puts a Chosen<P> under a Choice<P> only
  public <P extends Plugin> List<Chosen<P>> all(Choice<P> choice) {
    return chosen.getOrDefault(choice, List.of()).stream().map(c -> (Chosen<P>) c).toList();
  }

  /** The words that belong to no option and no choice. */
  public List<String> operands() {
    return operands;
  }

  /** What is plugged in. */
  public Catalog catalog() {
    return session.catalog();
  }

  /** The commands there are and where this one runs. */
  public Session session() {
    return session;
  }

  /** Where to print, and what stands there. */
  public Console console() {
    return session.console();
  }

  /** Where results go. */
  public PrintStream out() {
    return console().out();
  }

  /** Where remarks go. */
  public PrintStream err() {
    return console().err();
  }

  /** A monitor that shows progress on {@link #err()} and stops when the user says so; close it. */
  public ProgressBar progress(String title) {
    return new ProgressBar(title, console(), session.cancellation());
  }

  /** Whether the user has asked to stop. */
  public boolean isCancelled() {
    return session.cancellation().isCancelled();
  }

  /**
   * Goes on only if the user has not asked to stop.
   *
   * @throws CancelledException if so; the command then exits with 130
   */
  public void requireNotCancelled() {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }

  /** Whether the answer shall be one JSON document. */
  public boolean wantsJson() {
    return get(Signature.JSON);
  }

  /** Prints a document of records, maps, lists, texts and finite numbers. */
  public void printJson(Object document) {
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    out().println(gson.toJson(document));
  }
}
