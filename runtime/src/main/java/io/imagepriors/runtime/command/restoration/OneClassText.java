package io.imagepriors.runtime.command.restoration;

import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Table;
import io.imagepriors.runtime.oneclass.OneClassPlan;
import io.imagepriors.runtime.oneclass.OneClassResults;
import io.imagepriors.runtime.oneclass.OneClassResults.ClassResult;
import java.util.Locale;
import java.util.OptionalDouble;

/** A one-class evaluation as people read it: a table and what its columns mean. */
final class OneClassText {
  private OneClassText() {}

  static void print(Invocation in, OneClassResults results, OneClassPlan plan) {
    Table table =
        Table.of("CLASS", "TRAINED ON", "MEMBERS", "OTHERS", "AUROC", "SEEDS", "ENERGY ALONE");
    for (ClassResult one : results.classes()) {
      table.row(
          String.valueOf(one.label()),
          String.valueOf(one.trained()),
          String.valueOf(one.members()),
          String.valueOf(one.others()),
          number(one.auroc()),
          number(one.spread()),
          number(one.energyAuroc()));
    }
    table.row(
        "mean",
        "",
        "",
        "",
        number(results.auroc()),
        number(results.seedSpread()),
        number(results.energyAuroc()));
    table.print(in.console());
    in.out().println();
    legend(in, results, plan);
  }

  private static void legend(Invocation in, OneClassResults results, OneClassPlan plan) {
    in.out()
        .println(
            String.format(
                Locale.ROOT,
                "Trained: %s on %s, each class by itself, training seeds %s. Tested: %d images of"
                    + " %s.",
                plan.settings(),
                plan.training().origin(),
                Seeds.format(plan.seeds()),
                plan.test().count(),
                plan.test().origin()));
    in.out()
        .println(
            "AUROC: the chance that an image of another class scores higher; score: "
                + OneClassResults.SCORE);
    results
        .classSpread()
        .ifPresent(
            spread ->
                in.out()
                    .println(
                        String.format(
                            Locale.ROOT, "standard deviation over the classes: %.4f", spread)));
    if (plan.seeds().size() > 1) {
      in.out().println("SEEDS: standard deviation over the training seeds");
    }
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "-";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
