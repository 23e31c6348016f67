package io.imagepriors.runtime.command.bench;

import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Table;
import io.imagepriors.runtime.command.bench.Measuring.Spread;
import java.util.List;
import java.util.Map;

/**
 * What {@code bench peer} answers; in {@code --json} as it is.
 *
 * @param machine facts of it
 * @param peer its versions and threads
 * @param agreement the largest difference of energies and gradients by network, before any timing
 * @param rows what was compared
 */
record PeerDocument(
    Map<String, String> machine,
    Map<String, String> peer,
    Map<String, Double> agreement,
    List<Row> rows) {

  /** One row in {@code --json}; PSNR is missing where nothing is restored. */
  record Row(
      String task,
      String network,
      Spread oursMillis,
      Spread theirsMillis,
      double oursImagesPerSecond,
      double theirsImagesPerSecond,
      Spread ratio,
      Double oursPsnr,
      Double theirsPsnr) {}

  /** Prints it as the user asked for. */
  void print(Invocation in) {
    if (in.wantsJson()) {
      in.printJson(this);
      return;
    }
    in.out().println(Measuring.line(machine));
    in.out().println("peer: " + Measuring.line(peer));
    agreement.forEach(
        (name, worst) ->
            in.out().printf("%s: energies and gradients agree within %.1e%n", name, worst));
    Table table =
        Table.of("TASK", "NETWORK", "OURS ms", "PEER ms", "RATIO (quartiles)", "PSNR", "PEER's");
    for (Row row : rows) {
      table.row(
          row.task(),
          row.network(),
          Measuring.digits(row.oursMillis().median()),
          Measuring.digits(row.theirsMillis().median()),
          row.ratio().text(1),
          row.oursPsnr() == null ? "-" : Measuring.number(row.oursPsnr(), 2),
          row.theirsPsnr() == null ? "-" : Measuring.number(row.theirsPsnr(), 2));
    }
    table.print(in.console());
  }
}
