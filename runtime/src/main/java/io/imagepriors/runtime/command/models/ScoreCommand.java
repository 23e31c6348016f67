package io.imagepriors.runtime.command.models;

import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.runtime.catalog.Kind;
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

/** How unlikely images are under priors. */
public final class ScoreCommand implements Command {
  private static final Choice<Prior> PRIORS = Choice.option(Kind.PRIOR).orAll();
  private static final ImageSelection IMAGES = ImageSelection.of("test[0:10]");

  /** One image in {@code --json}; the label is absent where it is unknown. */
  private record Row(String image, Integer label, Map<String, Double> energies) {}

  /** The document of {@code --json}. */
  private record Document(List<Row> images) {}

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
    Map<String, double[]> energies = new LinkedHashMap<>();
    for (Chosen<Prior> prior : priors) {
      energies.put(prior.toString(), energies(in, prior, subjects));
    }
    if (in.wantsJson()) {
      in.printJson(document(subjects, energies));
    } else {
      print(in, subjects, energies);
    }
    return ExitCode.OK;
  }

  private static double[] energies(Invocation in, Chosen<Prior> prior, Subjects subjects) {
    PriorModel model = prior.plugin().bind(subjects.shape(), prior.parameters());
    double[] all = new double[subjects.count()];
    subjects.forEachBatch(
        in, (batch, first) -> System.arraycopy(model.values(batch), 0, all, first, batch.count()));
    return all;
  }

  private static void print(Invocation in, Subjects subjects, Map<String, double[]> energies) {
    List<String> headings = new ArrayList<>(List.of("IMAGE", "LABEL"));
    headings.addAll(energies.keySet());
    Table table = Table.of(headings.toArray(new String[0]));
    for (int i = 0; i < subjects.count(); i++) {
      List<String> row = new ArrayList<>();
      row.add(subjects.name(i));
      row.add(subjects.label(i).isPresent() ? "" + subjects.label(i).getAsInt() : "-");
      for (double[] values : energies.values()) {
        row.add(String.format(Locale.ROOT, "%.4f", values[i]));
      }
      table.row(row.toArray(new String[0]));
    }
    table.print(in.console());
  }

  private static Document document(Subjects subjects, Map<String, double[]> energies) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < subjects.count(); i++) {
      int index = i;
      Map<String, Double> values = new LinkedHashMap<>();
      energies.forEach((prior, all) -> values.put(prior, all[index]));
      Integer label = subjects.label(i).isPresent() ? subjects.label(i).getAsInt() : null;
      rows.add(new Row(subjects.name(i), label, values));
    }
    return new Document(rows);
  }
}
