package io.imagepriors.runtime.command;

import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Kind;
import java.util.List;
import java.util.Optional;

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
    ALL,
    NONE
  }

  private final Kind<P> kind;
  private final boolean operand;
  private final boolean many;
  private final Absence absence;
  private final String defaultSpec;

  private Choice(Kind<P> kind, boolean operand, boolean many, Absence absence, String defaultSpec) {
    this.kind = kind;
    this.operand = operand;
    this.many = many;
    this.absence = absence;
    this.defaultSpec = defaultSpec;
  }

  /** The option {@code --KIND NAME}, once and required. */
  public static <P extends Plugin> Choice<P> option(Kind<P> kind) {
    return new Choice<>(kind, false, false, Absence.REFUSED, "");
  }

  /** The first word after the command's name, required. */
  public static <P extends Plugin> Choice<P> operand(Kind<P> kind) {
    return new Choice<>(kind, true, false, Absence.REFUSED, "");
  }

  /** The same, taking {@code spec} where the user chooses none. */
  public Choice<P> orDefault(String spec) {
    return new Choice<>(kind, operand, many, Absence.DEFAULT, spec);
  }

  /** The same, repeatable. */
  public Choice<P> many() {
    return new Choice<>(kind, operand, true, absence, defaultSpec);
  }

  /** The same, repeatable, taking all there are where the user chooses none. */
  public Choice<P> orAll() {
    return new Choice<>(kind, operand, true, Absence.ALL, "");
  }

  /** The same, giving none where the user chooses none; read it with {@link Invocation#all}. */
  public Choice<P> orNone() {
    return new Choice<>(kind, operand, many, Absence.NONE, "");
  }

  /** The kind of plug-in. */
  public Kind<P> kind() {
    return kind;
  }

  /** The option's name without hyphens, and the qualifier of its parameters. */
  String name() {
    return kind.label().replace(' ', '-');
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

  boolean takesAll() {
    return absence == Absence.ALL;
  }

  Optional<String> defaultSpec() {
    return Optional.of(defaultSpec).filter(spec -> !spec.isEmpty());
  }

  String help(List<String> names) {
    String known = names.isEmpty() ? "none is plugged in" : String.join(", ", names);
    String files = kind == Kind.PRIOR ? ", or a model file" : "";
    String absent =
        switch (absence) {
          case REFUSED -> " (required)";
          case DEFAULT -> " (default: " + defaultSpec + ")";
          case ALL -> " (default: all)";
          case NONE -> "";
        };
    return kind.label() + ": " + known + files + (many ? "; repeatable" : "") + absent;
  }
}
