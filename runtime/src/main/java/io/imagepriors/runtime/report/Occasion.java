package io.imagepriors.runtime.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report says beside its results, so that others can repeat them.
 *
 * @param title the headline
 * @param command the command line that repeats the run
 * @param images where the images come from
 * @param seeds the seeds of the simulated noise, at least one
 * @param priors a text per prior: what is known of it, by its label
 * @param machine machine and versions, by subject
 */
public record Occasion(
    String title,
    String command,
    String images,
    List<Long> seeds,
    Map<String, Map<String, String>> priors,
    Map<String, String> machine) {

  /** Copies lists and maps, keeping their order. */
  public Occasion {
    seeds = List.copyOf(seeds);
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
