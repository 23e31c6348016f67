package io.imagepriors.api;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link Trainer} made: the model of a prior or a classifier.
 *
 * @param file the model file
 * @param outcome whether training ran to its end
 * @param facts what the file's metadata says: data, seed, settings, measured quality, in order
 */
public record TrainedPrior(Path file, Outcome outcome, Map<String, String> facts) {

  /** Copies the facts. */
  public TrainedPrior {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
