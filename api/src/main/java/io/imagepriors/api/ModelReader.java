package io.imagepriors.api;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns a model file into a plug-in, without any code of its own. Implement one of its kinds,
 * {@link PriorReader} or {@link ClassifierReader}.
 *
 * @param <P> what the files hold
 */
@ConsumerType
public interface ModelReader<P extends Plugin> extends Plugin {

  /** Whether this reader is meant for files of that name; the content is not looked at. */
  boolean accepts(Path file);

  /**
   * Opens a model file and checks it against its format's contract.
   *
   * @return a plug-in that the caller owns and closes
   * @throws FileException if the file can't be read or breaks the contract, saying where
   */
  P open(Path file);
}
