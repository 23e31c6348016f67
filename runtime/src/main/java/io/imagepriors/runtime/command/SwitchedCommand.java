package io.imagepriors.runtime.command;

import java.util.List;

/**
 * A command that a switch turns into another: {@code evaluate} measures restorations, {@code
 * evaluate --one-class} something else. Each form has options and help of its own, and names the
 * switch among them. Immutable.
 */
public final class SwitchedCommand implements Command {
  private final Command usual;
  private final String word;
  private final Command switched;

  /**
   * A command of two forms.
   *
   * @param usual the one without the switch
   * @param flag the switch
   * @param switched the one with it
   */
  public SwitchedCommand(Command usual, Option<Boolean> flag, Command switched) {
    this.usual = usual;
    this.word = "--" + flag.name();
    this.switched = switched;
  }

  /** The form that a line asks for. */
  Command form(List<String> words) {
    return words.contains(word) ? switched : usual;
  }

  /** That of the usual form. */
  @Override
  public Signature signature() {
    return usual.signature();
  }

  /** Never called: the runner runs a form. */
  @Override
  public int run(Invocation in) {
    throw new IllegalStateException(signature().name() + " is run by one of its forms");
  }
}
