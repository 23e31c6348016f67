package io.imagepriors.runtime.command.verification;

import io.imagepriors.api.PriorsException;
import io.imagepriors.api.Progress;
import io.imagepriors.conformance.Check;
import io.imagepriors.conformance.Finding;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs the checks of subjects one after another, until the user says stop. */
final class Battery {
  private static final long GLANCE_MILLIS = 100;

  private final Invocation in;

  Battery(Invocation in) {
    this.in = in;
  }

  /**
   * Runs everything.
   *
   * @throws CancelledException if the user says stop; a check that runs is ended
   */
  List<Report> run(List<Subject> subjects) {
    List<Report> reports = new ArrayList<>();
    try (ProgressBar bar = in.progress("verify")) {
      for (Subject subject : subjects) {
        reports.add(run(subject, reports.size(), subjects.size(), bar));
      }
    }
    return reports;
  }

  private Report run(Subject subject, int done, int total, ProgressBar bar) {
    List<Check> checks;
    try {
      checks = subject.checks().get();
    } catch (PriorsException e) {
      return Report.skipped(subject, e.getMessage());
    }
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks) {
      String stage = subject.label() + ": " + check.name();
      findings.add(await(check, new Progress(stage, done, total, Double.NaN, 0), bar));
    }
    return new Report(subject, findings, "");
  }

  /** A check knows no monitor, so it runs beside us and is interrupted. */
  private Finding await(Check check, Progress progress, ProgressBar bar) {
    FutureTask<Finding> task = new FutureTask<>(check::run);
    Thread thread = new Thread(task, "verify " + check.name());
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    try {
      while (bar.step(progress)) {
        thread.join(GLANCE_MILLIS);
        if (!thread.isAlive()) {
          return task.get();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("check " + check.name(), e.getCause());
    }
    thread.interrupt();
    throw new CancelledException();
  }
}
