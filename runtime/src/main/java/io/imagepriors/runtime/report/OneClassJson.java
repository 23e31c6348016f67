package io.imagepriors.runtime.report;

import com.google.gson.GsonBuilder;
import io.imagepriors.runtime.oneclass.OneClassPlan;
import io.imagepriors.runtime.oneclass.OneClassResults;
import io.imagepriors.runtime.oneclass.OneClassResults.ClassResult;
import io.imagepriors.runtime.oneclass.OneClassResults.Trial;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A one-class evaluation for programs. Areas are rounded to six decimals; {@code spread}s are
 * standard deviations, absent where there is one value.
 *
 * @param command repeats it
 * @param score what images are judged by
 * @param trainer the trainer's name
 * @param settings what the user has set of the trainer's parameters
 * @param training where training images come from
 * @param images where test images come from
 * @param count how many
 * @param seeds of training
 * @param auroc the mean over classes and seeds
 * @param energyAuroc the same with the plain energy as the score
 * @param seedSpread over seeds, of the mean over classes
 * @param classSpread over classes, of the mean over seeds
 * @param classes one per class
 * @param machine what it ran on
 */
public record OneClassJson(
    String command,
    String score,
    String trainer,
    String settings,
    String training,
    String images,
    int count,
    List<Long> seeds,
    double auroc,
    double energyAuroc,
    Double seedSpread,
    Double classSpread,
    List<ClassFigures> classes,
    Map<String, String> machine) {
  private static final double DECIMALS = 1e6;

  /** One class; {@code trials} has one per seed. */
  record ClassFigures(
      int label,
      int trained,
      int members,
      int others,
      double auroc,
      double energyAuroc,
      Double spread,
      List<Trial> trials) {}

  /** The figures of an evaluation. */
  public static OneClassJson of(OneClassResults results, OneClassPlan plan, Occasion occasion) {
    return new OneClassJson(
        occasion.command(),
        OneClassResults.SCORE,
        plan.trainer().name(),
        plan.settings().toString(),
        plan.training().origin(),
        occasion.images(),
        plan.test().count(),
        results.seeds(),
        rounded(results.auroc()),
        rounded(results.energyAuroc()),
        rounded(results.seedSpread()),
        rounded(results.classSpread()),
        results.classes().stream().map(OneClassJson::figures).toList(),
        occasion.machine());
  }

  /** The document, indented, ending with a line end. */
  public String text() {
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(this) + "\n";
  }

  private static ClassFigures figures(ClassResult one) {
    return new ClassFigures(
        one.label(),
        one.trained(),
        one.members(),
        one.others(),
        rounded(one.auroc()),
        rounded(one.energyAuroc()),
        rounded(one.spread()),
        one.trials().stream().map(OneClassJson::rounded).toList());
  }

  private static Trial rounded(Trial trial) {
    return new Trial(
        rounded(trial.auroc()),
        rounded(trial.energyAuroc()),
        RowFields.rounded(trial.seconds()),
        trial.model());
  }

  private static Double rounded(OptionalDouble value) {
    return value.isPresent() ? rounded(value.getAsDouble()) : null;
  }

  /** An area as these files have it. */
  static double rounded(double value) {
    return Math.round(value * DECIMALS) / DECIMALS;
  }
}
