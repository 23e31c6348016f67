package io.imagepriors.runtime.command.plugins;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.catalog.Problem;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Operands;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
        .operands(
            new Operands(
                "WORD",
                "kinds or names to show, as in: prior; all without",
                0,
                Integer.MAX_VALUE,
                Operands.Nature.PLUGIN))
        .answersWithData()
        .example("list")
        .example("list prior restorer")
        .example("list --problems")
        .example("list --json");
  }

  @Override
  public int run(Invocation in) {
    Catalog catalog = in.catalog();
    List<Entry<?>> entries = entries(catalog, in.operands());
    if (in.wantsJson()) {
      in.printJson(
          new Document(
              entries.stream().map(ListCommand::row).toList(),
              catalog.problems().stream().map(ListCommand::fault).toList()));
    } else if (in.get(PROBLEMS)) {
      printProblems(in, catalog.problems());
    } else {
      printPlugins(in, entries);
    }
    return ExitCode.OK;
  }

  private static List<Entry<?>> entries(Catalog catalog, List<String> words) {
    for (String word : words) {
      if (catalog.entries().stream().noneMatch(entry -> answersTo(entry, word))) {
        throw InvalidInputException.unknown("kind or name", word, known(catalog));
      }
    }
    return catalog.entries().stream()
        .filter(entry -> words.isEmpty() || words.stream().anyMatch(w -> answersTo(entry, w)))
        .toList();
  }

  private static boolean answersTo(Entry<?> entry, String word) {
    return entry.name().equals(word) || entry.kind().label().replace(' ', '-').equals(word);
  }

  private static List<String> known(Catalog catalog) {
    Stream<String> kinds = Kind.all().stream().map(kind -> kind.label().replace(' ', '-'));
    Stream<String> names = catalog.entries().stream().map(Entry::name).distinct().sorted();
    return Stream.concat(kinds, names).toList();
  }

  private static void printPlugins(Invocation in, List<Entry<?>> entries) {
    Table table = Table.of("KIND", "NAME", "VERSION", "FILE", "SUMMARY");
    for (Entry<?> entry : entries) {
      String summary = entry.plugin().descriptor().summary();
      table.row(
          entry.kind().label(),
          entry.name(),
          entry.origin().version().toString(),
          fileName(entry.origin().file()),
          entry.shadowed() ? "(shadowed) " + summary : summary);
    }
    table.print(in.console());
    int problems = in.catalog().problems().size();
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
