package io.imagepriors.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Does a deep image prior with a fully connected generator regularise signals? Fits generators to
 * noisy signals and watches, step by step, how much of the signal and of the noise they take up;
 * then, how long they take for a signal and for noise of the same power.
 */
public final class DeepImagePrior {
  private static final int SEEDS = 5;
  private static final int STEPS = 300;
  private static final double SIGMA = 0.2;
  private static final List<SignalKind> NOISY =
      List.of(
          SignalKind.DIGIT, SignalKind.SHUFFLED_DIGIT, SignalKind.WAVE, SignalKind.SHUFFLED_WAVE);
  private static final List<SignalKind> PURE =
      List.of(SignalKind.DIGIT, SignalKind.SHUFFLED_DIGIT, SignalKind.NOISE);

  private final Torch torch;
  private final int seeds;
  private final int steps;

  DeepImagePrior(Torch torch, int seeds, int steps) {
    this.torch = torch;
    this.seeds = seeds;
    this.steps = steps;
  }

  /**
   * Runs the experiment.
   *
   * @param arguments the folder for the figure
   */
  public static void main(String[] arguments) throws IOException {
    try (Torch torch = Torch.open()) {
      DeepImagePrior experiment = new DeepImagePrior(torch, SEEDS, STEPS);
      Map<SignalKind, Map<Method, List<Trace>>> noisy = experiment.fitAll(NOISY, SIGMA);
      DeepImagePriorTables.printDenoising(noisy, SIGMA);
      DeepImagePriorTables.printSpeeds(experiment.fitAll(PURE, 0));
      DeepImagePriorFigure.draw(noisy).write(Path.of(arguments[0]).resolve("deep-image-prior.png"));
    }
  }

  /** All kinds by all methods, one trace per seed. */
  Map<SignalKind, Map<Method, List<Trace>>> fitAll(Collection<SignalKind> kinds, double sigma) {
    Map<SignalKind, Map<Method, List<Trace>>> all = new EnumMap<>(SignalKind.class);
    for (SignalKind kind : kinds) {
      Map<Method, List<Trace>> byMethod = new EnumMap<>(Method.class);
      for (Method method : Method.values()) {
        byMethod.put(method, fit(kind, method, sigma));
      }
      all.put(kind, byMethod);
    }
    return all;
  }

  /**
   * One trace per seed. A seed's signal and noise are the same for every method, and a method's
   * first weights for every signal of one size.
   */
  List<Trace> fit(SignalKind kind, Method method, double sigma) {
    List<Trace> traces = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      Random random = new Random(seed);
      Signal signal = kind.draw(seed, random);
      float[] noise = Vectors.centred(Draws.gaussian(random, signal.size(), sigma));
      Random start = new Random(-1 - seed);
      Generator generator = method.generator(signal, start);
      traces.add(
          Fit.run(torch, generator, method.optimizer(), signal.values(), noise, steps, start));
    }
    return traces;
  }
}
