package io.imagepriors.runtime.command.plugins;

import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Problem;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What is plugged in, and what could not be. */
public final class ListCommand implements Command {
  private static final Option<Boolean> PROBLEMS =
      Option.flag("problems", "what could not be plugged in, and why");

  /** Where a container got a bundle that is no file, as in {@code mvn:group/artifact/version}. */
  private static final Pattern LOCATION = Pattern.compile("[a-z]{2,}:");

  /** One plug-in in {@code --json}. */
  private record Row(
      String kind,
      String name,
      String summary,
      String version,
      String bundle,
      String file,
      String since,
      boolean shadowed) {}

  /** One problem in {@code --json}. */
  private record Fault(String source, String reason, String since) {}

  /** The document of {@code --json}. */
  private record Document(List<Row> plugins, List<Fault> problems) {}

  @Override
  public Signature signature() {
    return Signature.of("list", "show what is plugged in")
        .options(PROBLEMS)
        .answersWithData()
        .example("list")
        .example("list --problems")
        .example("list --json");
  }

  @Override
  public int run(Invocation in) {
    Catalog catalog = in.catalog();
    if (in.wantsJson()) {
      in.printJson(
          new Document(
              catalog.entries().stream().map(ListCommand::row).toList(),
              catalog.problems().stream().map(ListCommand::fault).toList()));
    } else if (in.get(PROBLEMS)) {
      printProblems(in, catalog.problems());
    } else {
      printPlugins(in, catalog);
    }
    return ExitCode.OK;
  }

  private static void printPlugins(Invocation in, Catalog catalog) {
    Table table = Table.of("KIND", "NAME", "VERSION", "SUMMARY", "FILE");
    for (Entry<?> entry : catalog.entries()) {
      String summary = entry.plugin().descriptor().summary();
      table.row(
          entry.kind().label(),
          entry.name(),
          entry.origin().version().toString(),
          entry.shadowed() ? "(shadowed) " + summary : summary,
          fileName(entry.origin().file()));
    }
    table.print(in.console());
    int problems = catalog.problems().size();
    if (problems > 0) {
      in.err().println(problems + " could not be plugged in; see: priors list --problems");
    }
  }

  private static void printProblems(Invocation in, List<Problem> problems) {
    if (problems.isEmpty()) {
      in.out().println("no problems");
      return;
    }
    problems.forEach(p -> in.out().println(fileName(p.source()) + ": " + p.reason()));
  }

  private static Row row(Entry<? extends Plugin> entry) {
    return new Row(
        entry.kind().label(),
        entry.name(),
        entry.plugin().descriptor().summary(),
        entry.origin().version().toString(),
        entry.origin().bundle(),
        entry.origin().file(),
        entry.since().toString(),
        entry.shadowed());
  }

  private static Fault fault(Problem problem) {
    return new Fault(problem.source(), problem.reason(), problem.since().toString());
  }

  private static String fileName(String file) {
    if (LOCATION.matcher(file).lookingAt()) {
      return file;
    }
    Path name = Path.of(file).getFileName();
    return name == null ? file : name.toString();
  }
}
