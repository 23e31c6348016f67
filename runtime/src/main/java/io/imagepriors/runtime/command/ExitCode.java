package io.imagepriors.runtime.command;

/** What a command's number means to the system's shell. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /** An error inside the product or the machine. */
  public static final int INTERNAL = 1;

  /** Most was done, and some of it failed, which the answer names. */
  public static final int INCOMPLETE = 1;

  /** A word, option, image or file that breaks a rule; nothing was written. */
  public static final int BAD_INPUT = 2;

  /** A plug-in was removed while the command used it. */
  public static final int WITHDRAWN = 3;

  /** The user stopped the command. */
  public static final int CANCELLED = 130;

  private ExitCode() {}
}
