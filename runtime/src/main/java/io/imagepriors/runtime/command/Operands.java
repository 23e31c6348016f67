package io.imagepriors.runtime.command;

/**
 * The words of a command that belong to no option.
 *
 * @param label what stands for one in help
 * @param help half a line
 * @param least how many there must be
 * @param most how many there may be
 * @param files whether they are paths, for completion
 */
public record Operands(String label, String help, int least, int most, boolean files) {

  /** One word. */
  public static Operands one(String label, String help) {
    return new Operands(label, help, 1, 1, false);
  }

  /** Any number of paths. */
  public static Operands files(String label, String help) {
    return new Operands(label, help, 0, Integer.MAX_VALUE, true);
  }

  /** None. */
  static Operands none() {
    return new Operands("", "", 0, 0, false);
  }
}
