package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.command.Commands;
import io.imagepriors.runtime.command.Publication;
import io.imagepriors.runtime.command.bench.Benches;
import io.imagepriors.runtime.command.models.AnalyzeCommand;
import io.imagepriors.runtime.command.models.CalibrateCommand;
import io.imagepriors.runtime.command.models.ClassifyCommand;
import io.imagepriors.runtime.command.models.EncodeCommand;
import io.imagepriors.runtime.command.models.SampleCommand;
import io.imagepriors.runtime.command.models.ScoreCommand;
import io.imagepriors.runtime.command.models.TrainCommand;
import io.imagepriors.runtime.command.plugins.DoctorCommand;
import io.imagepriors.runtime.command.plugins.InfoCommand;
import io.imagepriors.runtime.command.plugins.ListCommand;
import io.imagepriors.runtime.command.restoration.CompareCommand;
import io.imagepriors.runtime.command.restoration.CoverageCommand;
import io.imagepriors.runtime.command.restoration.DegradeCommand;
import io.imagepriors.runtime.command.restoration.DemoCommand;
import io.imagepriors.runtime.command.restoration.EvaluateCommand;
import io.imagepriors.runtime.command.restoration.ReportCommand;
import io.imagepriors.runtime.command.restoration.RestoreCommand;
import io.imagepriors.runtime.command.verification.PluginCode;
import io.imagepriors.runtime.command.verification.VerifyCommand;
import io.imagepriors.runtime.trust.TrustPolicy;
import java.nio.file.Path;
import java.util.Optional;

/** The product's commands. */
final class CommandSet {
  private CommandSet() {}

  /**
   * All of them, in the order of the help.
   *
   * @param code where plug-ins have their code
   * @param installation what the product's own launcher brings; other containers have none
   */
  static Commands all(PluginCode code, Optional<Installation> installation) {
    Optional<Path> plugins = installation.map(Installation::plugins);
    Optional<Publication> publication = installation.map(Installation::publication);
    TrustPolicy trust = installation.map(Installation::trust).orElseGet(TrustPolicy::everything);
    Optional<Site> site = installation.map(Installation::site);
    return Commands.none()
        .with("list", ListCommand::new)
        .with("info", InfoCommand::new)
        .with("sample", SampleCommand::new)
        .with("score", ScoreCommand::new)
        .with("encode", EncodeCommand::new)
        .with("classify", ClassifyCommand::new)
        .with("analyze", AnalyzeCommand::new)
        .with("train", () -> new TrainCommand(publication))
        .with("calibrate", CalibrateCommand::new)
        .with("degrade", DegradeCommand::new)
        .with("restore", RestoreCommand::new)
        .with("compare", CompareCommand::new)
        .with("evaluate", EvaluateCommand::withOneClass)
        .with("coverage", CoverageCommand::new)
        .with("report", ReportCommand::new)
        .with("demo", DemoCommand::new)
        .with("verify", () -> new VerifyCommand(code))
        .with("bench", () -> Benches.group(site))
        .with("doctor", () -> new DoctorCommand(plugins, trust));
  }
}
