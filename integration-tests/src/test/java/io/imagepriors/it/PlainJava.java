package io.imagepriors.it;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;

/**
 * A program that finds the plug-ins by {@link ServiceLoader}, without OSGi, and restores a digit.
 */
public final class PlainJava {
  private final List<Plugin> plugins = new ArrayList<>();

  private PlainJava() {
    for (PluginProvider provider : ServiceLoader.load(PluginProvider.class)) {
      plugins.addAll(provider.plugins());
    }
  }

  /** Prints the squared error before and after. */
  public static void main(String[] arguments) {
    new PlainJava().restore();
  }

  private void restore() {
    Dataset digits = find(Dataset.class, "digits");
    ImageStack clean = digits.load("test", digits.descriptor().defaults()).stack(0, 4);
    Degradation noise = find(Degradation.class, "gaussian-noise");
    ForwardModel model = noise.bind(clean.shape(), noise.descriptor().defaults());
    Prior prior = find(Prior.class, "uniform");
    Restorer restorer = find(Restorer.class, "map");
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
    plugins.forEach(Plugin::close);
  }

  private <T extends Plugin> T find(Class<T> kind, String name) {
    return plugins.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(plugin -> plugin.name().equals(name))
        .findFirst()
        .orElseThrow();
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
