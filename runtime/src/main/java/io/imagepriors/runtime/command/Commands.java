package io.imagepriors.runtime.command;

import io.imagepriors.api.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The commands there are, by name, in the order of the help. Immutable. */
public final class Commands {
  private final Map<String, Supplier<Command>> makers;

  private Commands(Map<String, Supplier<Command>> makers) {
    this.makers = makers;
  }

  /** No commands. */
  public static Commands none() {
    return new Commands(Map.of());
  }

  /** A copy with one more; it is made anew for each run, so that a start loads none needlessly. */
  public Commands with(String name, Supplier<Command> maker) {
    Map<String, Supplier<Command>> all = new LinkedHashMap<>(makers);
    all.put(name, maker);
    return new Commands(all);
  }

  /** The names, in the order of the help. */
  public List<String> names() {
    return List.copyOf(makers.keySet());
  }

  /** Whether there is such a command. */
  public boolean has(String name) {
    return makers.containsKey(name);
  }

  /**
   * A command, new.
   *
   * @throws InvalidInputException if there is none of that name
   */
  public Command get(String name) {
    if (!makers.containsKey(name)) {
      String suggestion = Suggestion.of(name, names());
      String known = "; there are: " + String.join(", ", names());
      throw new InvalidInputException(
          "unknown command '" + name + "'" + (suggestion.isEmpty() ? known : suggestion));
    }
    return makers.get(name).get();
  }
}
