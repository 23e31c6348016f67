package io.imagepriors.runtime.command.models;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.Dataset;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Progress;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.analysis.Analysis;
import io.imagepriors.runtime.analysis.Analyst;
import io.imagepriors.runtime.analysis.Plan;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.command.Provenance;
import io.imagepriors.runtime.command.Signature;
import io.imagepriors.runtime.command.Table;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.report.AnalysisFolder;
import io.imagepriors.runtime.report.AnalysisJson;
import io.imagepriors.runtime.report.AnalysisTable;
import io.imagepriors.runtime.report.Occasion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How priors fill the cube of codes, what they decode it to, and what their energies tell. */
public final class AnalyzeCommand implements Command {
  private static final Choice<Prior> PRIORS = Choice.operand(Kind.PRIOR).orAll();
  private static final Choice<Classifier> CLASSIFIER =
      Choice.option(Kind.CLASSIFIER).orUsual(FittingClassifier.USUAL);
  private static final Choice<Dataset> OUTLIERS =
      Choice.named(Kind.DATASET, "outlier").many().orNone();
  private static final ImageSelection IMAGES = ImageSelection.of("test");
  private static final Option<Integer> COUNT =
      Option.of(
          Parameter.integer(
              "count", 300, 1, 1_000_000, "how many codes to draw, or all there are"));
  private static final Option<Long> SEED = Option.of(Parameter.seed("seed of all that is random"));
  private static final Option<Optional<Path>> OUT =
      Option.folder(
          "out", "where to write index.html and analysis.json (default: analysis, unless --json)");

  @Override
  public Signature signature() {
    return Signature.of("analyze", "see how priors fill the cube of codes and tell outliers")
        .details(
            "Figures are taken over all images of the split, 10,000 at most. Of an --outlier"
                + " dataset, up to 1,000 images of its last split are scored.")
        .choices(PRIORS, CLASSIFIER, IMAGES.dataset(), OUTLIERS)
        .options(IMAGES.split(), COUNT, SEED, OUT)
        .answersWithData()
        .example("analyze naive uniform")
        .example("analyze uniform --count 1000 --out uniform-codes")
        .example("analyze --outlier mnist:folder=fashion");
  }

  @Override
  public int run(Invocation in) {
    Optional<Path> folder = folder(in);
    folder.ifPresent(AtomicFile::requireFolder);
    LabelledImages images = IMAGES.load(in);
    FittingPriors found = FittingPriors.of(in.all(PRIORS), images.shape());
    FittingClassifier classifier = FittingClassifier.of(in, CLASSIFIER, images);
    Plan plan =
        new Plan(
            found.subjects(),
            images,
            Strangers.of(in.all(OUTLIERS), images.shape()),
            classifier.model(),
            in.get(COUNT),
            in.get(SEED));
    Analysis analysis = analyse(in, plan).withNotices(found.notices(), classifier.notices());
    Occasion occasion = occasion(in, found.priors(), plan);
    List<Path> files =
        folder.map(path -> AnalysisFolder.write(path, analysis, occasion)).orElse(List.of());
    if (in.wantsJson()) {
      in.printJson(AnalysisJson.of(analysis, occasion));
    } else {
      print(in, analysis);
      files.forEach(file -> in.out().println("written: " + file));
    }
    return ExitCode.OK;
  }

  private static Optional<Path> folder(Invocation in) {
    return in.get(OUT)
        .or(() -> in.wantsJson() ? Optional.empty() : Optional.of(Path.of("analysis")));
  }

  private static Analysis analyse(Invocation in, Plan plan) {
    try (ProgressBar bar = in.progress("analyze")) {
      return Analyst.run(
          plan,
          (stage, done, total) -> {
            in.requireNotCancelled();
            bar.step(new Progress(stage, done, total, Double.NaN, 0));
          });
    }
  }

  private static void print(Invocation in, Analysis analysis) {
    table(AnalysisTable.codes(analysis)).print(in.console());
    in.out().println();
    table(AnalysisTable.outliers(analysis)).print(in.console());
    analysis.notices().forEach(notice -> in.out().println("note: " + notice));
  }

  private static Table table(List<List<String>> rows) {
    Table table = Table.of(rows.get(0).toArray(new String[0]));
    rows.subList(1, rows.size()).forEach(row -> table.row(row.toArray(new String[0])));
    return table;
  }

  private static Occasion occasion(Invocation in, List<Chosen<Prior>> priors, Plan plan) {
    Map<String, Map<String, String>> facts = new LinkedHashMap<>();
    priors.forEach(prior -> facts.put(prior.toString(), Provenance.facts(prior.plugin())));
    String title = "Priors analysed: " + String.join(", ", facts.keySet());
    return new Occasion(
        title,
        command(in, priors, plan),
        plan.images().origin(),
        List.of(plan.seed()),
        facts,
        Provenance.machine());
  }

  private static String command(Invocation in, List<Chosen<Prior>> priors, Plan plan) {
    StringBuilder line = new StringBuilder("./priors analyze");
    priors.forEach(prior -> line.append(' ').append(Provenance.quoted(prior.toString())));
    append(line, "--dataset", in.one(IMAGES.dataset()).toString());
    append(line, "--split", IMAGES.text(in));
    in.all(OUTLIERS).forEach(dataset -> append(line, "--outlier", dataset.toString()));
    if (plan.classifier().isPresent()) {
      append(line, "--classifier", in.one(CLASSIFIER).toString());
    }
    append(line, "--count", String.valueOf(plan.drawn()));
    append(line, "--seed", String.valueOf(plan.seed()));
    return line.toString();
  }

  private static void append(StringBuilder line, String option, String value) {
    line.append(' ').append(option).append(' ').append(Provenance.quoted(value));
  }
}
