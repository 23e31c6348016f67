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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How unlikely images are under priors. */
public final class ScoreCommand implements Command {
  private static final Choice<Prior> PRIORS = Choice.option(Kind.PRIOR).orAll();
  private static final ImageSelection IMAGES = ImageSelection.of("test[0:10]");

  /** One image in {@code --json}; the label is absent where it is unknown. */
  private record Row(String image, Integer label, Map<String, Double> energies) {}

  /** All images under one prior, in {@code --json}; the error is absent without a latent space. */
  private record Summary(String prior, double meanEnergy, Double reconstructionMse) {}

  /** The document of {@code --json}. */
  private record Document(List<Row> images, List<Summary> summary) {}

  @Override
  public Signature signature() {
    return Signature.of("score", "give the energy of images: low for what a prior expects")
        .choices(PRIORS, IMAGES.dataset())
        .options(IMAGES.split())
        .operands(Operands.files("FILE", "pictures to score in place of a dataset's images"))
        .answersWithData()
        .example("score --split \"test[0:5]\"")
        .example("score seven.png --prior uniform")
        .example("score --prior my-model.onnx --json");
  }

  @Override
  public int run(Invocation in) {
    List<Chosen<Prior>> priors = in.all(PRIORS);
    if (priors.isEmpty()) {
      in.catalog().get(Kind.PRIOR, "any");
    }
    Subjects subjects = Subjects.of(in, IMAGES, priors.get(0).plugin().shape());
    Map<String, Scores> scores = new LinkedHashMap<>();
    for (Chosen<Prior> prior : priors) {
      PriorModel model = prior.plugin().bind(subjects.shape(), prior.parameters());
      scores.put(prior.toString(), Scores.of(in, model, subjects));
    }
    if (in.wantsJson()) {
      in.printJson(document(subjects, scores));
    } else {
      print(in, subjects, scores);
    }
    return ExitCode.OK;
  }

  private static void print(Invocation in, Subjects subjects, Map<String, Scores> scores) {
    List<String> headings = new ArrayList<>(List.of("IMAGE", "LABEL"));
    headings.addAll(scores.keySet());
    Table table = Table.of(headings.toArray(new String[0]));
    for (int i = 0; i < subjects.count(); i++) {
      int index = i;
      String label = subjects.label(i).isPresent() ? "" + subjects.label(i).getAsInt() : "-";
      row(table, subjects.name(i), label, scores, s -> number("%.4f", s.energy(index)));
    }
    if (subjects.count() > 1) {
      row(table, "mean energy", "-", scores, s -> number("%.4f", s.meanEnergy()));
      row(
          table,
          "reconstruction MSE",
          "-",
          scores,
          s ->
              s.reconstructionError().isPresent()
                  ? number("%.5f", s.reconstructionError().getAsDouble())
                  : "-");
    }
    table.print(in.console());
  }

  private static void row(
      Table table,
      String name,
      String label,
      Map<String, Scores> scores,
      Function<Scores, String> cell) {
    List<String> row = new ArrayList<>(List.of(name, label));
    scores.values().forEach(s -> row.add(cell.apply(s)));
    table.row(row.toArray(new String[0]));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static Document document(Subjects subjects, Map<String, Scores> scores) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < subjects.count(); i++) {
      int index = i;
      Map<String, Double> values = new LinkedHashMap<>();
      scores.forEach((prior, s) -> values.put(prior, s.energy(index)));
      Integer label = subjects.label(i).isPresent() ? subjects.label(i).getAsInt() : null;
      rows.add(new Row(subjects.name(i), label, values));
    }
    List<Summary> summaries = new ArrayList<>();
    scores.forEach(
        (prior, s) -> summaries.add(new Summary(prior, s.meanEnergy(), error(s).orElse(null))));
    return new Document(rows, summaries);
  }

  private static Optional<Double> error(Scores scores) {
    return scores.reconstructionError().stream().boxed().findFirst();
  }
}
