package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.command.Commands;
import io.imagepriors.runtime.command.Publication;
import io.imagepriors.runtime.command.bench.Benches;
import io.imagepriors.runtime.command.models.EncodeCommand;
import io.imagepriors.runtime.command.models.SampleCommand;
import io.imagepriors.runtime.command.models.ScoreCommand;
import io.imagepriors.runtime.command.models.TrainCommand;
import io.imagepriors.runtime.command.plugins.DoctorCommand;
import io.imagepriors.runtime.command.plugins.InfoCommand;
import io.imagepriors.runtime.command.plugins.ListCommand;
import io.imagepriors.runtime.command.restoration.CompareCommand;
import io.imagepriors.runtime.command.restoration.DegradeCommand;
import io.imagepriors.runtime.command.restoration.DemoCommand;
import io.imagepriors.runtime.command.restoration.RestoreCommand;
import io.imagepriors.runtime.command.verification.VerifyCommand;
import java.nio.file.Path;
import java.util.Optional;

/** The product's commands. */
final class CommandSet {
  private CommandSet() {}

  /**
   * All of them, in the order of the help.
   *
   * @param plugins the folder where plug-ins are dropped, if there is one
   * @param publication plugs in what a command has made, where there is such a folder
   * @param site where benchmarks work, if they can
   */
  static Commands all(
      Optional<Path> plugins, Optional<? extends Publication> publication, Optional<Site> site) {
    return Commands.none()
        .with("list", ListCommand::new)
        .with("info", InfoCommand::new)
        .with("sample", SampleCommand::new)
        .with("score", ScoreCommand::new)
        .with("encode", EncodeCommand::new)
        .with("train", () -> new TrainCommand(publication))
        .with("degrade", DegradeCommand::new)
        .with("restore", RestoreCommand::new)
        .with("compare", CompareCommand::new)
        .with("demo", DemoCommand::new)
        .with("verify", VerifyCommand::new)
        .with("bench", () -> Benches.group(site))
        .with("doctor", () -> new DoctorCommand(plugins));
  }
}
