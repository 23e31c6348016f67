package io.imagepriors.runtime.command.models;

import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Operands;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How unlikely images are under priors, and whether they belong to what the priors know. */
public final class ScoreCommand implements Command {
  private static final Choice<Prior> PRIORS = Choice.option(Kind.PRIOR).orAll();
  private static final ImageSelection IMAGES = ImageSelection.of("test[0:10]");

  @Override
  public Signature signature() {
    return Signature.of("score", "give the energy of images, and say whether they belong")
        .details(
            "An energy is low for what a prior expects. The percentile says how many in a hundred"
                + " images of the class have a lower one. The model's file knows their energies; for"
                + " one that does not, and for images of your own, name some by --reference.")
        .choices(PRIORS, IMAGES.dataset(), Reference.IMAGES.dataset())
        .options(
            IMAGES.split(), Reference.IMAGES.split(), Verdict.DOUBTFUL_FROM, Verdict.OUTSIDE_FROM)
        .operands(Operands.files("FILE", "pictures to score in place of a dataset's images"))
        .answersWithData()
        .example("score --split \"test[0:5]\"")
        .example("score seven.png --prior uniform")
        .example("score --prior bare.onnx --reference digits --reference-split \"train[0:500]\"")
        .example("score --prior my-model.onnx --json");
  }

  @Override
  public int run(Invocation in) {
    Verdict.requireOrder(in);
    List<Chosen<Prior>> priors = in.all(PRIORS);
    if (priors.isEmpty()) {
      in.catalog().get(Kind.PRIOR, "any");
    }
    Subjects subjects = Subjects.of(in, IMAGES, priors.get(0).plugin().shape());
    Reference reference = Reference.of(in);
    List<Judged> all = new ArrayList<>();
    for (Chosen<Prior> prior : priors) {
      PriorModel model = prior.plugin().bind(subjects.shape(), prior.parameters());
      Scores scores = Scores.of(in, model, subjects);
      all.add(new Judged(prior.toString(), scores, reference.quantiles(in, model)));
    }
    all.stream().filter(judged -> judged.quantiles().isEmpty()).forEach(j -> remark(in, j));
    if (in.wantsJson()) {
      in.printJson(ScoreDocument.of(in, subjects, all));
    } else {
      print(in, subjects, all);
    }
    return ExitCode.OK;
  }

  private static void remark(Invocation in, Judged judged) {
    in.err()
        .println(
            judged.prior()
                + " does not know the energies of its class: name images of it by --reference"
                + " DATASET, or calibrate its model file");
  }

  private static void print(Invocation in, Subjects subjects, List<Judged> all) {
    List<String> headings = new ArrayList<>(List.of("IMAGE", "LABEL"));
    all.forEach(judged -> headings.addAll(List.of(judged.prior(), "PERCENTILE", "VERDICT")));
    Table table = Table.of(headings.toArray(new String[0]));
    for (int i = 0; i < subjects.count(); i++) {
      int index = i;
      String label = subjects.label(i).isPresent() ? "" + subjects.label(i).getAsInt() : "-";
      row(
          table,
          subjects.name(i),
          label,
          all,
          judged ->
              List.of(
                  number("%.4f", judged.scores().energy(index)),
                  judged.percentile(index).map(p -> number("%.1f", p)).orElse("-"),
                  judged.verdict(in, index).map(Verdict::toString).orElse("-")));
    }
    if (subjects.count() > 1) {
      row(
          table,
          "mean energy",
          "-",
          all,
          judged -> List.of(number("%.4f", judged.scores().meanEnergy()), "-", "-"));
      row(
          table,
          "reconstruction MSE",
          "-",
          all,
          judged -> List.of(judged.error().map(e -> number("%.5f", e)).orElse("-"), "-", "-"));
    }
    table.print(in.console());
  }

  private static void row(
      Table table,
      String name,
      String label,
      List<Judged> all,
      Function<Judged, List<String>> cells) {
    List<String> row = new ArrayList<>(List.of(name, label));
    all.forEach(judged -> row.addAll(cells.apply(judged)));
    table.row(row.toArray(new String[0]));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
