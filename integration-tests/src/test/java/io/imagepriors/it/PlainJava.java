package io.imagepriors.it;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.ClassPathCatalog;
import io.imagepriors.catalog.Kind;
import java.util.SplittableRandom;

/** A program that finds the plug-ins of its class path, without OSGi, and restores digits. */
public final class PlainJava {
  private PlainJava() {}

  /** Prints the squared error before and after. */
  public static void main(String[] arguments) {
    try (ClassPathCatalog plugins = ClassPathCatalog.load()) {
      restore(plugins);
    }
  }

  private static void restore(Catalog plugins) {
    Dataset digits = plugins.get(Kind.DATASET, "digits").plugin();
    ImageStack clean = digits.load("test", digits.descriptor().defaults()).stack(0, 4);
    Degradation noise = plugins.get(Kind.DEGRADATION, "gaussian-noise").plugin();
    ForwardModel model = noise.bind(clean.shape(), noise.descriptor().defaults());
    Prior prior = plugins.get(Kind.PRIOR, "uniform").plugin();
    Restorer restorer = plugins.get(Kind.RESTORER, "map").plugin();
    ImageStack y = model.sample(clean, new SplittableRandom(1));

    ImageStack restored =
        restorer
            .restore(
                y,
                model,
                prior.bind(clean.shape(), prior.descriptor().defaults()),
                restorer.descriptor().defaults(),
                Monitor.none())
            .images();

    System.out.println("before " + squaredError(clean, y));
    System.out.println("after " + squaredError(clean, restored));
  }

  private static double squaredError(ImageStack a, ImageStack b) {
    double sum = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      double difference = a.pixels()[i] - b.pixels()[i];
      sum += difference * difference;
    }
    return sum;
  }
}
