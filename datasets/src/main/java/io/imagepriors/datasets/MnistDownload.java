package io.imagepriors.datasets;

import io.imagepriors.api.InvalidInputException;
import java.nio.file.Path;

/** A way to get MNIST's four files. */
@FunctionalInterface
interface MnistDownload {

  /**
   * Fetches the files into a folder, which is made if need be. A file appears there in one step or
   * not at all.
   *
   * @throws InvalidInputException if they can't be fetched or written
   */
  void fetch(Path folder);
}
