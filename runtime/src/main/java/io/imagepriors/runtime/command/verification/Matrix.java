package io.imagepriors.runtime.command.verification;

import io.imagepriors.runtime.command.Console;
import io.imagepriors.runtime.command.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints reports: plug-ins by themselves, then restorers by prior and degradation, then reasons.
 */
final class Matrix {
  private final List<Report> reports;

  Matrix(List<Report> reports) {
    this.reports = List.copyOf(reports);
  }

  void print(Console console) {
    printAlone(console);
    printCombinations(console);
    for (Report report : reports) {
      if (!report.why().isEmpty()) {
        String word = report.failures().isEmpty() ? "not tried" : "failed";
        console.out().println(word + ": " + report.subject().label() + ": " + report.why());
      }
    }
  }

  private void printAlone(Console console) {
    Table table = Table.of("KIND", "NAME", "RESULT", "PASSED", "FAILED", "NOT APPLICABLE");
    List<Report> alone = reports.stream().filter(r -> !r.subject().isCombination()).toList();
    for (Report report : alone) {
      long failed = report.failures().size();
      table.row(
          report.subject().kind(),
          report.subject().name(),
          report.result(),
          String.valueOf(report.passed()),
          String.valueOf(failed),
          String.valueOf(report.findings().size() - report.passed() - failed));
    }
    if (!alone.isEmpty()) {
      table.print(console);
      console.out().println();
    }
  }

  private void printCombinations(Console console) {
    List<Report> combined = reports.stream().filter(r -> r.subject().isCombination()).toList();
    if (combined.isEmpty()) {
      return;
    }
    List<String> restorers = combined.stream().map(r -> r.subject().name()).distinct().toList();
    List<String> headings = new ArrayList<>(List.of("PRIOR", "DEGRADATION"));
    headings.addAll(restorers);
    Table table = Table.of(headings.toArray(String[]::new));
    combined.stream()
        .map(r -> List.of(r.subject().prior(), r.subject().degradation()))
        .distinct()
        .forEach(pair -> table.row(row(pair, restorers, combined)));
    table.print(console);
    console.out().println();
  }

  private static String[] row(List<String> pair, List<String> restorers, List<Report> combined) {
    List<String> cells = new ArrayList<>();
    cells.add(pair.get(0).isEmpty() ? "-" : pair.get(0));
    cells.add(pair.get(1));
    for (String restorer : restorers) {
      cells.add(
          combined.stream()
              .filter(r -> r.subject().name().equals(restorer))
              .filter(r -> pair.equals(List.of(r.subject().prior(), r.subject().degradation())))
              .map(Report::result)
              .findFirst()
              .orElse(""));
    }
    return cells.toArray(String[]::new);
  }
}
