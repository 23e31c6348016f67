package io.imagepriors.runtime.command;

import io.imagepriors.api.InvalidInputException;

/**
 * Commands that share a first word, as in {@code bench soak}. Each has options, help and completion
 * of its own; the name in its signature is both words. Immutable.
 */
public final class CommandGroup implements Command {
  private final Signature signature;
  private final Commands members;

  /**
   * A group.
   *
   * @param name the word that its members share
   * @param summary what they are for, in half a line
   * @param members the commands, by their second word
   */
  public CommandGroup(String name, String summary, Commands members) {
    this.signature = Signature.of(name, summary);
    this.members = members;
  }

  @Override
  public Signature signature() {
    return signature;
  }

  Commands members() {
    return members;
  }

  /**
   * The member of that second word.
   *
   * @throws InvalidInputException if there is none or the word is empty; the message lists those
   *     there are
   */
  Command member(String word) {
    if (word.isEmpty()) {
      String names = String.join(", ", members.names());
      throw new InvalidInputException(signature.name() + " needs a command; there are: " + names);
    }
    if (!members.has(word)) {
      throw InvalidInputException.unknown(signature.name() + " command", word, members.names());
    }
    return members.get(word);
  }

  /** Never called: the runner runs a member. */
  @Override
  public int run(Invocation in) {
    throw new IllegalStateException(signature.name() + " is run by its members");
  }
}
