package io.imagepriors.runtime.command.plugins;

import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Kind;
import io.imagepriors.catalog.Problem;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.Console;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.trust.TrustPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether this machine and installation are fit, and what to do where they are not. */
public final class DoctorCommand implements Command {
  private final Optional<Path> plugins;
  private final TrustPolicy trust;

  /** The document of {@code --json}. */
  private record Document(boolean healthy, List<Check> checks) {}

  /**
   * A doctor for this process.
   *
   * @param plugins the folder where plug-ins are dropped; only the product's own launcher has one
   * @param trust which files of that folder are used
   */
  public DoctorCommand(Optional<Path> plugins, TrustPolicy trust) {
    this.plugins = plugins;
    this.trust = trust;
  }

  @Override
  public Signature signature() {
    return Signature.of("doctor", "check Java, native libraries, folders and plug-ins")
        .answersWithData()
        .example("doctor")
        .example("doctor --json");
  }

  @Override
  public int run(Invocation in) {
    List<Check> checks = new ArrayList<>(MachineChecks.all());
    if (plugins.isPresent()) { // in a container of somebody else's, engines are bundles like others
      checks.add(EngineChecks.onnxRuntime());
      checks.add(EngineChecks.training());
    }
    checks.add(MachineChecks.folder("temporary", Path.of(System.getProperty("java.io.tmpdir"))));
    checks.add(
        MachineChecks.folder("settings", Path.of(System.getProperty("user.home"), ".imagepriors")));
    plugins.ifPresent(folder -> checks.add(MachineChecks.folder("plug-ins folder", folder)));
    checks.add(trusted(trust));
    Kind.all().forEach(kind -> checks.add(pluggedIn(kind, in.catalog())));
    in.catalog().problems().forEach(problem -> checks.add(problem(problem)));
    boolean healthy = checks.stream().noneMatch(check -> check.state() == Check.State.FAIL);
    if (in.wantsJson()) {
      in.printJson(new Document(healthy, checks));
    } else {
      checks.forEach(check -> print(check, in.console()));
    }
    return healthy ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private static Check trusted(TrustPolicy trust) {
    return trust.fault().isPresent()
        ? Check.fail("plug-ins trust", trust.description(), "mend the setting (docs/trust.md)")
        : Check.ok("plug-ins trust", trust.description());
  }

  private static Check pluggedIn(Kind<?> kind, Catalog catalog) {
    List<String> names = catalog.names(kind);
    return names.isEmpty()
        ? Check.warn(kind.label(), "none is plugged in", "drop a plug-in into the plug-ins folder")
        : Check.ok(kind.label(), String.join(", ", names));
  }

  private static Check problem(Problem problem) {
    return Check.warn(
        "not plugged in", problem.source() + ": " + problem.reason(), "mend or remove the file");
  }

  private static void print(Check check, Console console) {
    String state = check.state().name().toLowerCase(Locale.ROOT);
    String colour =
        switch (check.state()) {
          case OK -> "32";
          case WARN -> "33";
          case FAIL -> "31";
        };
    String shown = console.colourOut() ? "\u001b[" + colour + "m" + state + "\u001b[0m" : state;
    String pad = " ".repeat(6 - state.length());
    console.out().println(shown + pad + check.name() + ": " + check.detail());
    if (!check.advice().isEmpty()) {
      console.out().println("      -> " + check.advice());
    }
  }
}
