package io.imagepriors.runtime.oneclass;

import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How priors of a single class are trained where the user has said nothing: trainers' own defaults
 * are for many images of all classes. A class has fewer, so batches are smaller and passes more,
 * with about {@value #STEPS} steps in all. Parameters that a trainer does not have are left out.
 */
final class Recipe {
  private static final int STEPS = 600;
  private static final int LARGEST_BATCH = 250;
  private static final int BATCHES_PER_EPOCH = 9;
  private static final int MOST_THREADS = 2;
  private static final int DIMENSION = 8;

  /** Takes images of any sides, and is the fastest to train. */
  private static final String ARCHITECTURE = "mlp";

  private Recipe() {}

  /**
   * The parameters of one training.
   *
   * @param settings what the user has set
   * @param images how many images there are to learn from
   */
  static Parameters fill(Parameters settings, int images, long seed) {
    int batch = Math.max(2, Math.min(LARGEST_BATCH, images / BATCHES_PER_EPOCH));
    Map<String, String> usual = new LinkedHashMap<>();
    usual.put("architecture", ARCHITECTURE);
    usual.put("dimension", String.valueOf(DIMENSION));
    usual.put("batch", String.valueOf(batch));
    usual.put("epochs", String.valueOf(Math.max(1, Math.round((float) STEPS * batch / images))));
    usual.put(
        "threads",
        String.valueOf(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
    Parameters filled = settings;
    for (Parameter<?> parameter : settings.descriptor().parameters()) {
      if (usual.containsKey(parameter.name()) && !settings.isSet(parameter)) {
        filled = filled.with(parameter.name(), usual.get(parameter.name()));
      }
    }
    boolean seeded =
        settings.descriptor().parameters().stream().anyMatch(p -> p.name().equals("seed"));
    return seeded ? filled.with("seed", String.valueOf(seed)) : filled;
  }
}
