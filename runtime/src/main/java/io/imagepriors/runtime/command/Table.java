package io.imagepriors.runtime.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of texts, printed with aligned columns. Used by one thread. */
public final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  private Table() {}

  /** A table with the headings of its columns. */
  public static Table of(String... headings) {
    Table table = new Table();
    table.rows.add(List.of(headings));
    return table;
  }

  /** Adds a row with a cell for each heading. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /**
   * Prints headings (bold where coloured) and rows; columns of numbers are set flush right, and
   * text beyond the terminal's width is cut where a person reads it.
   */
  public void print(Console console) {
    PrintStream out = console.out();
    for (int r = 0; r < rows.size(); r++) {
      String line = line(rows.get(r));
      if (console.outIsTerminal() && line.length() > console.columns()) {
        line = line.substring(0, Math.max(1, console.columns() - 1)) + "…";
      }
      out.println(r == 0 && console.colourOut() ? "\u001b[1m" + line + "\u001b[0m" : line);
    }
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < cells.size(); c++) {
      String pad = " ".repeat(width(c) - cells.get(c).length());
      line.append(c == 0 ? "" : GAP);
      line.append(isNumeric(c) ? pad + cells.get(c) : cells.get(c) + pad);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private boolean isNumeric(int column) {
    return rows.size() > 1
        && rows.stream()
            .skip(1)
            .allMatch(row -> row.get(column).matches("[-+]?[0-9][0-9.e+-]*|-|"));
  }
}
