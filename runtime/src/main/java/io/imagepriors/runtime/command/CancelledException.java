package io.imagepriors.runtime.command;

import io.imagepriors.api.PriorsException;

/** The user stopped the command, and there is nothing to keep. */
public final class CancelledException extends PriorsException {
  private static final long serialVersionUID = 1L;

  /** Stopped at the user's wish. */
  public CancelledException() {
    super("cancelled");
  }
}
