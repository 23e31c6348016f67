package io.imagepriors.conformance;

import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a reader must fulfil with a file that is right. */
final class ReadingChecks {
  private static final String STRANGE = "model.no-such-kind";

  private final PriorReader reader;
  private final Path model;

  ReadingChecks(PriorReader reader, Path model) {
    this.reader = reader;
    this.model = model;
  }

  List<Check> checks() {
    return List.of(
        new Check("accepts", "knows its files by their names alone", this::accepts),
        new Check("opens", "opens a file as a prior that can be used", this::opens),
        new Check("untouched", "leaves the file as it was", this::untouched),
        new Check("repeatable", "opens one file as the same prior each time", this::repeatable),
        new Check(
            "independent",
            "gives priors of their own: closing one disturbs no other",
            this::independent),
        new Check(
            "threads",
            "opens a file for " + Crowd.THREADS + " threads at once as for one",
            this::threads));
  }

  private void accepts() {
    Path missing = model.resolveSibling("missing-" + model.getFileName());
    Violation.unless(reader.accepts(model), "does not accept %s", model.getFileName());
    Violation.unless(
        reader.accepts(missing),
        "does not accept %s, which is no file, so it looks at more than names",
        missing.getFileName());
    Path strange = model.resolveSibling(STRANGE);
    Violation.unless(!reader.accepts(strange), "accepts %s", STRANGE);
  }

  private void opens() {
    try (Prior prior = reader.open(model)) {
      Violation.unless(!prior.name().isBlank(), "gives a prior without a name");
      requireFinite(evaluate(prior));
    }
  }

  private static Trial evaluate(Prior prior) {
    return PriorReaderConformance.energy(prior).on(0, 1).run();
  }

  private static void requireFinite(Trial trial) {
    for (double value : trial.values()) {
      Violation.unless(Double.isFinite(value), "gives a prior with the energy %s", value);
    }
  }

  private void untouched() throws IOException {
    byte[] before = Files.readAllBytes(model);
    try (Workshop workshop = Workshop.open()) {
      Path copy = workshop.file(String.valueOf(model.getFileName()), before);
      try (Prior prior = reader.open(copy)) {
        evaluate(prior);
      }
      Violation.unless(Arrays.equals(before, Files.readAllBytes(copy)), "changes the file");
      Violation.unless(workshop.names().size() == 1, "leaves a file beside it");
    }
  }

  private void repeatable() {
    try (Prior one = reader.open(model);
        Prior other = reader.open(model)) {
      Violation.unless(
          one.name().equals(other.name()) && one.shape().equals(other.shape()),
          "opens one file as '%s' of %s and as '%s' of %s",
          one.name(),
          one.shape(),
          other.name(),
          other.shape());
      OperationChecks.requireSame(
          evaluate(one), evaluate(other), "gives other energies each time it opens a file");
    }
  }

  private void independent() {
    try (Prior other = reader.open(model)) {
      Trial expected;
      try (Prior one = reader.open(model)) {
        expected = evaluate(one);
      }
      OperationChecks.requireSame(
          expected, evaluate(other), "gives other energies when another prior was closed");
    }
  }

  private void threads() throws Exception {
    Trial alone;
    try (Prior prior = reader.open(model)) {
      alone = evaluate(prior);
    }
    Crowd.together(
        (thread, round) -> {
          try (Prior prior = reader.open(model)) {
            OperationChecks.requireSame(
                alone, evaluate(prior), "gives other energies while other threads use it");
          }
        });
  }
}
