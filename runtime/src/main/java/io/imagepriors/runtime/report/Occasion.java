package io.imagepriors.runtime.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a report says beside its results, so that others can repeat them.
 *
 * @param title the headline
 * @param command the command line that repeats the run
 * @param images where the images come from
 * @param seed the seed of the simulated noise
 * @param priors a text per prior: what is known of it, by its label
 * @param machine machine and versions, by subject
 */
public record Occasion(
    String title,
    String command,
    String images,
    long seed,
    Map<String, Map<String, String>> priors,
    Map<String, String> machine) {

  /** Copies the maps, keeping their order. */
  public Occasion {
    priors = Collections.unmodifiableMap(new LinkedHashMap<>(priors));
    machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
  }

  /** This machine and its Java, as a report names them. */
  public static Map<String, String> thisMachine() {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    machine.put("Processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    machine.put(
        "Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    return machine;
  }
}
