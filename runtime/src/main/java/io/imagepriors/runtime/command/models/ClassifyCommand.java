package io.imagepriors.runtime.command.models;

import io.imagepriors.api.Classifier;
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
import io.imagepriors.runtime.metric.Mean;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Which class images belong to, and how sure the classifier is. */
public final class ClassifyCommand implements Command {
  private static final Choice<Classifier> CLASSIFIER =
      Choice.option(Kind.CLASSIFIER).orDefault("digit-classifier");
  private static final ImageSelection IMAGES = ImageSelection.of("test[0:10]");

  /** One image in {@code --json}; the label is absent where it is unknown. */
  private record Row(
      String image, Integer label, int found, double confidence, List<Float> probabilities) {}

  /** A mean and its standard error in {@code --json}. */
  private record Measured(double mean, double standardError, int count) {
    static Measured of(Mean mean) {
      return new Measured(mean.value(), mean.error(), mean.count());
    }
  }

  /** The document of {@code --json}; the accuracy is absent where no image has a label. */
  private record Document(
      String classifier, List<Row> images, Measured confidence, Measured accuracy) {}

  @Override
  public Signature signature() {
    return Signature.of("classify", "tell the class of images and how sure that is")
        .choices(CLASSIFIER, IMAGES.dataset())
        .options(IMAGES.split())
        .operands(Operands.files("FILE", "pictures to classify in place of a dataset's images"))
        .answersWithData()
        .example("classify --split test")
        .example("classify seven.png")
        .example("classify --classifier mine.onnx --json");
  }

  @Override
  public int run(Invocation in) {
    Chosen<Classifier> classifier = in.one(CLASSIFIER);
    Subjects subjects = Subjects.of(in, IMAGES, classifier.plugin().shape());
    Judgements judgements =
        Judgements.of(
            in, classifier.plugin().bind(subjects.shape(), classifier.parameters()), subjects);
    if (in.wantsJson()) {
      in.printJson(document(classifier.toString(), subjects, judgements));
    } else {
      print(in, subjects, judgements);
    }
    return ExitCode.OK;
  }

  private static void print(Invocation in, Subjects subjects, Judgements judgements) {
    Table table = Table.of("IMAGE", "LABEL", "CLASS", "CONFIDENCE");
    for (int i = 0; i < subjects.count(); i++) {
      String label = subjects.label(i).isPresent() ? "" + subjects.label(i).getAsInt() : "-";
      String confidence = number("%.4f", judgements.confidence(i));
      table.row(subjects.name(i), label, "" + judgements.found(i), confidence);
    }
    table.print(in.console());
    if (subjects.count() > 1) {
      Mean confidence = judgements.meanConfidence();
      in.out()
          .println(number("mean confidence %.4f ± %.4f", confidence.value(), confidence.error()));
    }
    judgements
        .accuracy(subjects)
        .ifPresent(
            accuracy ->
                in.out()
                    .println(
                        number(
                            "right: %d of %d, %.2f%% ± %.2f%%",
                            Math.round(accuracy.value() * accuracy.count()),
                            accuracy.count(),
                            100 * accuracy.value(),
                            100 * accuracy.error())));
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static Document document(String classifier, Subjects subjects, Judgements judgements) {
    List<Row> rows =
        IntStream.range(0, subjects.count()).mapToObj(i -> row(subjects, judgements, i)).toList();
    return new Document(
        classifier,
        rows,
        Measured.of(judgements.meanConfidence()),
        judgements.accuracy(subjects).map(Measured::of).orElse(null));
  }

  private static Row row(Subjects subjects, Judgements judgements, int index) {
    Integer label = subjects.label(index).isPresent() ? subjects.label(index).getAsInt() : null;
    return new Row(
        subjects.name(index),
        label,
        judgements.found(index),
        judgements.confidence(index),
        judgements.probabilities(index));
  }
}
