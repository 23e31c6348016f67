package io.imagepriors.runtime.command;

/**
 * The words of a command that belong to no option.
 *
 * @param label what stands for one in help
 * @param help half a line
 * @param least how many there must be
 * @param most how many there may be
 * @param nature what they are, for completion
 */
public record Operands(String label, String help, int least, int most, Nature nature) {

  /** What words can be. */
  public enum Nature {
    /** Anything. */
    TEXT,
    /** Paths. */
    FILE,
    /** Names of plug-ins of any kind. */
    PLUGIN
  }

  /** One name of a plug-in of any kind. */
  public static Operands plugin(String label, String help) {
    return new Operands(label, help, 1, 1, Nature.PLUGIN);
  }

  /** One word. */
  public static Operands one(String label, String help) {
    return new Operands(label, help, 1, 1, Nature.TEXT);
  }

  /** Any number of paths. */
  public static Operands files(String label, String help) {
    return new Operands(label, help, 0, Integer.MAX_VALUE, Nature.FILE);
  }

  /** None. */
  static Operands none() {
    return new Operands("", "", 0, 0, Nature.TEXT);
  }
}
