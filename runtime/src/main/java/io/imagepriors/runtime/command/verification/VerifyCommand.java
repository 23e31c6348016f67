package io.imagepriors.runtime.command.verification;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.conformance.Finding;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Operands;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.Signature;
import java.util.List;
import java.util.Locale;

/** Proves plug-ins right with the conformance battery. */
public final class VerifyCommand implements Command {
  private static final Option<Boolean> ALL =
      Option.flag("all", "everything that is plugged in, in every combination");

  /** One check in {@code --json}. */
  private record Checked(String check, String verdict, String reason) {}

  /**
   * One subject in {@code --json}; what it has no part in is empty; {@code result} is pass, fail or
   * - for what was not tried.
   */
  private record Row(
      String kind,
      String name,
      String prior,
      String degradation,
      String result,
      String reason,
      List<Checked> checks) {}

  /** The document of {@code --json}. */
  private record Document(boolean passed, List<Row> subjects) {}

  private final PluginCode code;

  /** Made for one run. */
  public VerifyCommand(PluginCode code) {
    this.code = code;
  }

  @Override
  public Signature signature() {
    return Signature.of("verify", "prove plug-ins right: gradients, adjoints, threads, manners")
        .operands(
            new Operands(
                "NAME...",
                "plug-ins, each with all it works with",
                0,
                Integer.MAX_VALUE,
                Operands.Nature.PLUGIN))
        .options(ALL)
        .answersWithData()
        .example("verify uniform")
        .example("verify --all")
        .example("verify blur:gaussian=2+mask:half=lower")
        .example("verify mask --json");
  }

  @Override
  public int run(Invocation in) {
    List<Report> reports = new Battery(in).run(subjects(in));
    boolean passed = reports.stream().allMatch(report -> report.failures().isEmpty());
    if (in.wantsJson()) {
      in.printJson(new Document(passed, reports.stream().map(VerifyCommand::row).toList()));
      return passed ? ExitCode.OK : ExitCode.INTERNAL;
    }
    new Matrix(reports).print(in.console());
    long failures = reports.stream().filter(report -> !report.failures().isEmpty()).count();
    in.out().println(passed ? "nothing failed" : failures + " of " + reports.size() + " failed");
    return passed ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private List<Subject> subjects(Invocation in) {
    if (in.get(ALL) != in.operands().isEmpty()) {
      throw new InvalidInputException("verify needs the names of plug-ins, or --all");
    }
    Subjects known = new Subjects(in.catalog(), new Batteries(in.catalog(), code));
    return in.get(ALL) ? known.all() : known.named(in.operands());
  }

  private static Row row(Report report) {
    Subject subject = report.subject();
    return new Row(
        subject.kind(),
        subject.name(),
        subject.prior(),
        subject.degradation(),
        report.result(),
        report.why(),
        report.findings().stream().map(VerifyCommand::checked).toList());
  }

  private static Checked checked(Finding finding) {
    String verdict = finding.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Checked(finding.check(), verdict, finding.reason());
  }
}
