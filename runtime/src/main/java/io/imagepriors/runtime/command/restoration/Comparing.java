package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Plugin;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Provenance;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Evaluation;
import io.imagepriors.runtime.evaluation.Plan;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.report.Occasion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code compare} and {@code demo} share. */
final class Comparing {
  private Comparing() {}

  /**
   * Runs a plan with a progress bar.
   *
   * @throws CancelledException if the user stopped it before any combination had ended
   */
  static Results run(Invocation in, Plan plan) {
    try (ProgressBar bar = in.progress("restore")) {
      Results results = Evaluation.run(plan, bar);
      if (results.rows().isEmpty()) {
        throw new CancelledException();
      }
      return results;
    }
  }

  /** As many restorations at a time as there are processors. */
  static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** What a report says beside the figures. */
  static Occasion occasion(String title, String command, Plan plan) {
    Map<String, Map<String, String>> priors = new LinkedHashMap<>();
    for (Candidate<?> prior : plan.priors()) {
      priors.put(prior.label(), Provenance.facts(prior.plugin()));
    }
    Map<String, String> machine = new LinkedHashMap<>(Provenance.machine());
    machine.put("Restorations at a time", plan.threads() + ", " + plan.batch() + " images each");
    return new Occasion(title, command, plan.images().origin(), plan.seed(), priors, machine);
  }

  /** A line that repeats a comparison, with every choice written out. */
  static String command(String dataset, String split, Plan plan) {
    StringBuilder line = new StringBuilder("./priors compare");
    append(line, "--prior", plan.priors());
    append(line, "--degradation", plan.degradations());
    append(line, "--restorer", plan.restorers());
    line.append(" --dataset ")
        .append(Provenance.quoted(dataset))
        .append(" --split ")
        .append(Provenance.quoted(split));
    line.append(" --count ").append(plan.images().count());
    return line.append(" --seed ").append(plan.seed()).toString();
  }

  /** Prints where files are. */
  static void printFiles(Invocation in, List<Path> files) {
    files.forEach(file -> in.out().println("written: " + file));
  }

  private static <P extends Plugin> void append(
      StringBuilder line, String option, List<Candidate<P>> choices) {
    choices.forEach(
        c -> line.append(' ').append(option).append(' ').append(Provenance.quoted(c.label())));
  }
}
