package io.imagepriors.runtime.oneclass;

import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Progress;
import io.imagepriors.runtime.metric.Auroc;
import io.imagepriors.runtime.oneclass.OneClassResults.ClassResult;
import io.imagepriors.runtime.oneclass.OneClassResults.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Trains a prior on each class alone and asks of every test image whether it belongs: the area
 * under the curve of the {@link NoveltyScore}, test images of the class against all others. Test
 * images decide nothing, neither settings nor scales. Used once, by one thread.
 */
public final class OneClassEvaluation {
  /** Parts of a model's training that progress is counted in. */
  private static final int PARTS = 1000;

  private final OneClassPlan plan;
  private final Function<Path, Prior> reader;
  private final Monitor monitor;
  private final ClassModels models;
  private int finished;

  private OneClassEvaluation(OneClassPlan plan, Function<Path, Prior> reader, Monitor monitor) {
    this.plan = plan;
    this.reader = reader;
    this.monitor = monitor;
    this.models = new ClassModels(plan.trainer(), plan.folder());
  }

  /**
   * Evaluates.
   *
   * @param reader opens the trainer's model files; what it gives is closed here
   * @param monitor told of each step, over all models
   * @return nothing if the monitor said stop; what is trained is kept in the plan's folder
   */
  public static Optional<OneClassResults> run(
      OneClassPlan plan, Function<Path, Prior> reader, Monitor monitor) {
    OneClassEvaluation evaluation = new OneClassEvaluation(plan, reader, monitor);
    try {
      List<ClassResult> results = plan.classes().stream().map(evaluation::classResult).toList();
      return Optional.of(new OneClassResults(results, plan.seeds()));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  private ClassResult classResult(int label) {
    LabelledImages members = ClassImages.of(plan.training(), label);
    boolean[] belongs = new boolean[plan.test().count()];
    for (int i = 0; i < belongs.length; i++) {
      belongs[i] = plan.test().label(i).orElse(-1) == label;
    }
    List<Trial> trials = new ArrayList<>();
    for (long seed : plan.seeds()) {
      trials.add(trial(label, members, belongs, seed));
    }
    int inside = (int) IntStream.range(0, belongs.length).filter(i -> belongs[i]).count();
    return new ClassResult(label, members.count(), inside, belongs.length - inside, trials);
  }

  private Trial trial(int label, LabelledImages members, boolean[] belongs, long seed) {
    Parameters parameters = Recipe.fill(plan.settings(), members.count(), seed);
    String stage = "class " + label + ", seed " + seed;
    ClassModels.Model model =
        models
            .get(label, members, parameters, progress -> step(stage, progress))
            .orElseThrow(CancellationException::new);
    finished++;
    try (Prior prior = reader.apply(model.file())) {
      PriorModel bound = prior.bind(members.shape(), prior.descriptor().defaults());
      Reconstructions training = Reconstructions.of(bound, members, () -> requireWanted(stage));
      Reconstructions test = Reconstructions.of(bound, plan.test(), () -> requireWanted(stage));
      return new Trial(
          area(NoveltyScore.fit(training).of(test), belongs),
          area(test.energies(), belongs),
          model.seconds(),
          String.valueOf(model.file().getFileName()));
    }
  }

  private boolean step(String stage, Progress p) {
    long part = p.total() > 0 ? PARTS * p.done() / p.total() : 0;
    return monitor.proceed(
        new Progress(
            stage + ", " + p.stage(), (long) finished * PARTS + part, total(), p.value(), 0));
  }

  private void requireWanted(String stage) {
    long done = (long) finished * PARTS;
    if (!monitor.proceed(new Progress(stage + ", scores", done, total(), Double.NaN, 0))) {
      throw new CancellationException();
    }
  }

  private long total() {
    return (long) plan.models() * PARTS;
  }

  private static double area(double[] scores, boolean[] belongs) {
    return Auroc.of(some(scores, belongs, true), some(scores, belongs, false));
  }

  private static double[] some(double[] scores, boolean[] belongs, boolean wanted) {
    return IntStream.range(0, scores.length)
        .filter(i -> belongs[i] == wanted)
        .mapToDouble(i -> scores[i])
        .toArray();
  }
}
