package io.imagepriors.runtime.command.plugins;

/**
 * One finding of the doctor.
 *
 * @param name what was looked at
 * @param state how it is
 * @param detail what was found
 * @param advice what to do, empty where all is well
 */
record Check(String name, State state, String detail, String advice) {

  /** How a thing is. */
  enum State {
    /** Fit. */
    OK,
    /** Something is missing that not everybody needs. */
    WARN,
    /** The product will not work. */
    FAIL
  }

  static Check ok(String name, String detail) {
    return new Check(name, State.OK, detail, "");
  }

  static Check warn(String name, String detail, String advice) {
    return new Check(name, State.WARN, detail, advice);
  }

  static Check fail(String name, String detail, String advice) {
    return new Check(name, State.FAIL, detail, advice);
  }
}
