package io.imagepriors.benchmarks;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.inference.OnnxPrior;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.ClassPathCatalog;
import io.imagepriors.catalog.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What is measured, from the class path, by the words that parameters of benchmarks hold. */
final class Subjects {
  static final Shape SHAPE = Shape.grey(28, 28);
  static final Catalog CATALOG = ClassPathCatalog.load();

  private Subjects() {}

  /** A prior on the class path, or a model file. */
  static PriorModel prior(String name) {
    Prior prior =
        name.endsWith(".onnx")
            ? OnnxPrior.of(Path.of(name))
            : CATALOG.get(Kind.PRIOR, name).plugin();
    return prior.bind(prior.shape(), prior.descriptor().defaults());
  }

  /** A degradation written as {@code NAME:KEY=VALUE}. */
  static ForwardModel degradation(String text) {
    String[] words = text.split("[:=]", -1);
    Degradation degradation = CATALOG.get(Kind.DEGRADATION, words[0]).plugin();
    Map<String, String> settings = new HashMap<>();
    if (words.length > 1) {
      settings.put(words[1], words[2]);
    }
    return degradation.bind(SHAPE, degradation.descriptor().defaults().with(settings));
  }

  /** Grey values at random, always the same. */
  static ImageStack images(int count, Shape shape) {
    ImageStack images = ImageStack.zeros(count, shape);
    fill(images.pixels());
    return images;
  }

  static void fill(float[] values) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
  }
}
