package io.imagepriors.api;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns a model file into a prior, without any code of its own. */
@ConsumerType
public interface PriorReader extends Plugin {

  /** Whether this reader is meant for files of that name; the content is not looked at. */
  boolean accepts(Path file);

  /**
   * Opens a model file and checks it against its format's contract.
   *
   * @return a prior that the caller owns and closes
   * @throws FileException if the file can't be read or breaks the contract, saying where
   */
  Prior open(Path file);
}
