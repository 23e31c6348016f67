package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.autoencoder.network.Architecture;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Work;
import java.util.Locale;
import java.util.Map;

/**
 * How much a prior computes, as facts of its descriptor, where its file names one of our
 * architectures. Derived rather than stored, so that all files say it alike.
 */
final class WorkFacts {
  private static final String ARCHITECTURE = ModelFormat.PREFIX + "parameter.architecture";

  private WorkFacts() {}

  static Descriptor add(Descriptor descriptor, ModelHeader header) {
    Map<String, String> metadata = header.metadata();
    if (!metadata.containsKey(ARCHITECTURE) || !header.hasLatentSpace()) {
      return descriptor;
    }
    try {
      String name = metadata.get(ARCHITECTURE).toUpperCase(Locale.ROOT);
      Autoencoder network = Architecture.valueOf(name).create(header.shape(), header.dimension());
      return descriptor
          .withFact(ModelFormat.GRADIENT_WORK_FACT, String.valueOf(Work.gradientStep(network)))
          .withFact(ModelFormat.LATENT_WORK_FACT, String.valueOf(Work.latentStep(network)));
    } catch (IllegalArgumentException | InvalidInputException e) {
      return descriptor; // somebody else's words; what is wrong with the file shows elsewhere
    }
  }
}
