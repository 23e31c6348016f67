package io.imagepriors.runtime.command;

import io.imagepriors.api.InvalidInputException;
import java.nio.file.Path;

/** Where a command plugs in a model that it has made. Thread-safe. */
public interface Publication {

  /**
   * Lets a command pass that is about to make a model and plug it in.
   *
   * @throws InvalidInputException if new models may not be plugged in; the message says what to do
   */
  void requireOpen();

  /** A folder for models in the making, which need not exist; nothing in it is plugged in. */
  Path workshop();

  /**
   * Plugs in a copy of a model file, under its file name, in one step: readers of the folder see
   * the former file or the new one. It serves when this returns.
   *
   * @return the file that is plugged in
   * @throws InvalidInputException if it can't be written, or is refused; what worked goes on
   */
  Path publish(Path model);
}
