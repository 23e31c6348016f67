package io.imagepriors.runtime.command;

import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Kind;
import java.util.List;

/**
 * The user's choice of a plug-in of one kind, with its settings: {@code --degradation
 * mask:hole=10}. Immutable.
 *
 * @param <P> the kind's service interface
 */
public final class Choice<P extends Plugin> {
  private enum Absence {
    REFUSED,
    DEFAULT,
    USUAL,
    ALL,
    NONE
  }

  private final Kind<P> kind;
  private final String name;
  private final boolean operand;
  private final boolean many;
  private final Absence absence;
  private final String defaultSpec;

  private Choice(
      Kind<P> kind,
      String name,
      boolean operand,
      boolean many,
      Absence absence,
      String defaultSpec) {
    this.kind = kind;
    this.name = name;
    this.operand = operand;
    this.many = many;
    this.absence = absence;
    this.defaultSpec = defaultSpec;
  }

  /** The option {@code --KIND NAME}, once and required. */
  public static <P extends Plugin> Choice<P> option(Kind<P> kind) {
    return named(kind, kind.label().replace(' ', '-'));
  }

  /** The option {@code --NAME}, where a command asks for that kind more than once. */
  public static <P extends Plugin> Choice<P> named(Kind<P> kind, String name) {
    return new Choice<>(kind, name, false, false, Absence.REFUSED, "");
  }

  /** The first word after the command's name, required; all words where {@link #many()}. */
  public static <P extends Plugin> Choice<P> operand(Kind<P> kind) {
    return new Choice<>(kind, kind.label().replace(' ', '-'), true, false, Absence.REFUSED, "");
  }

  /** The same, taking {@code spec} where the user chooses none. */
  public Choice<P> orDefault(String spec) {
    return new Choice<>(kind, name, operand, many, Absence.DEFAULT, spec);
  }

  /**
   * The same, taking {@code spec} where the user chooses none, if it is plugged in; read it with
   * {@link Invocation#all}.
   */
  public Choice<P> orUsual(String spec) {
    return new Choice<>(kind, name, operand, many, Absence.USUAL, spec);
  }

  /** The same, repeatable. */
  public Choice<P> many() {
    return new Choice<>(kind, name, operand, true, absence, defaultSpec);
  }

  /** The same, repeatable, taking all there are where the user chooses none. */
  public Choice<P> orAll() {
    return new Choice<>(kind, name, operand, true, Absence.ALL, "");
  }

  /** The same, giving none where the user chooses none; read it with {@link Invocation#all}. */
  public Choice<P> orNone() {
    return new Choice<>(kind, name, operand, many, Absence.NONE, "");
  }

  /** The kind of plug-in. */
  public Kind<P> kind() {
    return kind;
  }

  /** The option's name without hyphens, and the qualifier of its parameters. */
  String name() {
    return name;
  }

  boolean isOperand() {
    return operand;
  }

  boolean isMany() {
    return many;
  }

  boolean isRequired() {
    return absence == Absence.REFUSED;
  }

  /** What the choice is where the user makes none, given what is plugged in. */
  List<String> defaults(List<String> pluggedIn) {
    return switch (absence) {
      case REFUSED, NONE -> List.of();
      case DEFAULT -> List.of(defaultSpec);
      case USUAL -> pluggedIn.contains(defaultSpec) ? List.of(defaultSpec) : List.of();
      case ALL -> pluggedIn;
    };
  }

  /** How the user's words for one choice read: some kinds can stand in sequence. */
  List<Spec> specs(String text) {
    return isSequence() ? Spec.parseSequence(text) : List.of(Spec.parse(text));
  }

  /** Whether several plug-ins can be joined to one. */
  boolean isSequence() {
    return kind == Kind.DEGRADATION;
  }

  String help(List<String> names) {
    String known = names.isEmpty() ? "none is plugged in" : String.join(", ", names);
    String files = ModelFile.canHold(kind) ? ", or a model file" : "";
    String absent =
        switch (absence) {
          case REFUSED -> " (required)";
          case DEFAULT, USUAL -> " (default: " + defaultSpec + ")";
          case ALL -> " (default: all)";
          case NONE -> "";
        };
    String joined = isSequence() ? "; several in sequence: FIRST+SECOND" : "";
    return kind.label() + ": " + known + files + joined + (many ? "; repeatable" : "") + absent;
  }
}
