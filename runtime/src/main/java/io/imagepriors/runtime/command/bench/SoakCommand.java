package io.imagepriors.runtime.command.bench;

import io.imagepriors.api.Parameter;
import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.bench.Soak;
import io.imagepriors.runtime.bench.SoakPlan;
import io.imagepriors.runtime.bench.SoakReport;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Signature;
import java.io.IOException;
import java.util.Optional;

/** Whether hot plugging under load loses, mixes or leaks anything. */
final class SoakCommand implements Command {
  private static final Option<Integer> CYCLES =
      Option.of(
          Parameter.integer(
              "cycles",
              1000,
              1,
              10_000_000,
              "plug-ins that are installed, updated, refreshed and removed"));
  private static final Option<Integer> MINUTES =
      Option.of(Parameter.integer("minutes", 60, 1, 100_000, "no cycle begins after that time"));
  private static final Option<Integer> THREADS =
      Option.of(Parameter.integer("threads", 8, 1, 1000, "that restore without pause"));
  private static final Option<Long> SEED =
      Option.of(Parameter.seed("versions, order of steps and restorations"));

  private final Optional<Site> site;

  SoakCommand(Optional<Site> site) {
    this.site = site;
  }

  @Override
  public Signature signature() {
    return Signature.of("bench soak", "restore without pause while plug-ins come, change and go")
        .details(
            "A platform is started in this process, with a temporary plug-in folder that is looked"
                + " at every 5 ms instead of 100. A cycle is the life of a plug-in: its file is"
                + " copied into the folder, replaced by another version under the same name, its"
                + " bundle refreshed (a model file: opened again), and the file deleted. Priors,"
                + " degradations, restorers and model files do so side by side. Every restoration"
                + " must give, bit for bit, the undisturbed result of the versions that it used, or"
                + " end with an error that the api documents. Exit code 1 if one does not, if a step"
                + " of a cycle has no effect, or if a class loader outlives its bundle.")
        .options(CYCLES, MINUTES, THREADS, SEED)
        .answersWithData()
        .example("bench soak")
        .example("bench soak --cycles 10000 --json");
  }

  @Override
  public int run(Invocation in) throws IOException {
    SoakPlan plan = new SoakPlan(in.get(CYCLES), in.get(MINUTES), in.get(THREADS), in.get(SEED));
    SoakReport report = soak(plan, in);
    SoakAnswer answer = SoakAnswer.of(report);
    if (in.wantsJson()) {
      in.printJson(answer);
    } else {
      answer.print(in.out());
    }
    in.requireNotCancelled();
    return report.isFlawless() ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private SoakReport soak(SoakPlan plan, Invocation in) throws IOException {
    try (Soak soak = Soak.open(Benches.require(site), plan);
        ProgressBar bar = in.progress("bench soak")) {
      return soak.run(bar);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
