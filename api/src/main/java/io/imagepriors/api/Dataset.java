package io.imagepriors.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A named collection of images in one or more splits. */
@ConsumerType
public interface Dataset extends Plugin {

  /** The names of the splits this dataset can have, the one for testing last. */
  List<String> splits();

  /**
   * Loads one split.
   *
   * @param split one of {@link #splits()}
   * @param parameters made from this plug-in's {@link #descriptor()}
   * @throws InvalidInputException if there is no such split
   * @throws FileException if a file is missing or malformed, naming file, offset and expectation
   */
  LabelledImages load(String split, Parameters parameters);
}
