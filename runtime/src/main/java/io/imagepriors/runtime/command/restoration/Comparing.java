package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Plugin;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Provenance;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Evaluation;
import io.imagepriors.runtime.evaluation.Journal;
import io.imagepriors.runtime.evaluation.Plan;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.report.Occasion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What {@code compare}, {@code evaluate} and {@code demo} share. */
final class Comparing {
  private Comparing() {}

  /**
   * Runs a plan with a progress bar.
   *
   * @param journal what earlier runs have finished
   * @throws CancelledException if the user stopped it before any combination had ended
   */
  static Results run(Invocation in, Plan plan, Journal journal) {
    return run(in, bar -> Evaluation.run(plan, journal, bar));
  }

  /** The same with pictures of every result. */
  static Results runWithPictures(Invocation in, Plan plan, Journal journal) {
    return run(in, bar -> Evaluation.runWithPictures(plan, journal, bar));
  }

  private static Results run(Invocation in, Function<Monitor, Results> evaluation) {
    try (ProgressBar bar = in.progress("restore")) {
      Results results = evaluation.apply(bar);
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
    return new Occasion(title, command, plan.images().origin(), plan.seeds(), priors, machine);
  }

  /**
   * The part of a line that repeats a run which all commands share, with every choice written out.
   */
  static String command(String name, String dataset, String split, Plan plan) {
    StringBuilder line = new StringBuilder("./priors " + name);
    append(line, "--prior", plan.priors());
    return line + choices(dataset, split, plan);
  }

  /** The same without the command's name and the priors. */
  static String choices(String dataset, String split, Plan plan) {
    StringBuilder line = new StringBuilder();
    append(line, "--degradation", plan.degradations());
    append(line, "--restorer", plan.restorers());
    line.append(" --dataset ")
        .append(Provenance.quoted(dataset))
        .append(" --split ")
        .append(Provenance.quoted(split));
    return line.append(" --count ").append(plan.images().count()).toString();
  }

  /**
   * The first images of the user's selection: all, where there are fewer than the usual count.
   *
   * @throws InvalidInputException if the user asked for more than there are
   */
  static LabelledImages images(Invocation in, ImageSelection selection, Option<Integer> option) {
    LabelledImages all = selection.load(in);
    int count = in.get(option);
    if (in.has(option) && count > all.count()) {
      throw InvalidInputException.of(
          "option --" + option.name(), "be at most " + all.count() + " for " + all.origin(), count);
    }
    return all.slice(0, Math.min(count, all.count()));
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
