package io.imagepriors.runtime.command.bench;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.command.CommandGroup;
import io.imagepriors.runtime.command.Commands;
import java.util.Optional;

/** The benchmarks. */
public final class Benches {
  private Benches() {}

  /**
   * The group of all benchmarks.
   *
   * @param site where they work; without one, they say so when they are run
   */
  public static CommandGroup group(Optional<Site> site) {
    Commands members =
        Commands.none()
            .with("step", StepCommand::new)
            .with("restore", RestoreBenchCommand::new)
            .with("training", () -> new TrainingBenchCommand(site))
            .with("peer", () -> new PeerCommand(site))
            .with("start", () -> new StartCommand(site))
            .with("memory", MemoryCommand::new)
            .with("hotplug", () -> new HotplugCommand(site))
            .with("soak", () -> new SoakCommand(site));
    return new CommandGroup("bench", "measure the product on this machine", members);
  }

  static Site require(Optional<Site> site) {
    return site.orElseThrow(
        () ->
            new InvalidInputException(
                "benchmarks start a platform of their own, which needs the installed product"));
  }
}
