package io.imagepriors.experiments;

import ai.djl.nn.Activation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/**
 * ReLU and LeakyReLU in flows: as layers of the flow itself, and inside the networks of its
 * couplings. Shows where a density is left, that logarithms of determinants are right, what the
 * likelihood's gradient misses, and which likelihoods are reached.
 */
public final class ReluInFlows {
  private static final int SEEDS = 3;
  private static final int STEPS = 500;
  private static final int POINTS = 200_000;

  private ReluInFlows() {}

  /**
   * Runs the experiment.
   *
   * @param arguments the folder for the figure
   */
  public static void main(String[] arguments) throws IOException {
    printLayers();
    KinkGradient kink = KinkGradient.of(POINTS, Bend.SLOPE, new Random(0));
    printKink(kink);
    draw(kink).write(Path.of(arguments[0]).resolve("relu-in-flows.png"));
    try (Torch torch = Torch.open()) {
      printFits(torch);
    }
  }

  private static void printLayers() {
    System.out.printf(
        "An activation as a layer of a flow, on %,d standard Gaussian points.%n%n", POINTS);
    System.out.println(
        "| dimension | ReLU: points with det ≠ 0 | 2^-d | LeakyReLU: mean log det |");
    System.out.println("|---|---|---|---|");
    for (int dimension : new int[] {1, 2, 8, 32}) {
      ActivationLayer layer = ActivationLayer.measure(dimension, Bend.SLOPE, POINTS, new Random(0));
      System.out.printf(
          Locale.ROOT,
          "| %d | %.5f | %.5f | %.3f |%n",
          dimension,
          layer.invertibleUnderRelu(),
          Math.pow(2, -dimension),
          layer.leakyLogDeterminant());
    }
  }

  private static void printKink(KinkGradient kink) {
    System.out.printf(
        "%nz = LeakyReLU(x + b), slope %.1f, %,d points x ~ N(0, 1).%n%n", Bend.SLOPE, POINTS);
    System.out.println(
        "| b | mean log p | its derivative (differences) | mean of the points' derivatives |"
            + " that plus -φ(b) log s |");
    System.out.println("|---|---|---|---|---|");
    for (double b = -2; b <= 2; b += 0.5) {
      double pointwise = kink.meanOfDerivatives(b);
      System.out.printf(
          Locale.ROOT,
          "| %.1f | %.3f | %.3f | %.3f | %.3f |%n",
          b,
          kink.logLikelihood(b),
          kink.derivativeOfMean(b),
          pointwise,
          pointwise + kink.missingTerm(b));
    }
  }

  private static void printFits(Torch torch) {
    System.out.printf(
        Locale.ROOT,
        "%nFlows of the plane fitted to five Gaussians on a ring, %d steps; mean ± deviation of %d"
            + " seeds.%nThe data's own mean log-density is %.2f.%n%n",
        STEPS,
        SEEDS,
        Ring.meanLogDensity(Ring.draw(new Random(0), POINTS)));
    System.out.println(
        "| flow | log p at the start | log p fitted | largest inversion error | error of log det |");
    System.out.println("|---|---|---|---|---|");
    flows().forEach((name, flow) -> printFit(name, fit(torch, flow)));
  }

  private static void printFit(String name, List<FlowFit> fits) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %.0e | %.0e |%n",
        name,
        Spread.of(fits, FlowFit::before),
        Spread.of(fits, FlowFit::logLikelihood),
        fits.stream().mapToDouble(FlowFit::inversionError).max().orElseThrow(),
        fits.stream().mapToDouble(FlowFit::determinantError).max().orElseThrow());
  }

  private static List<FlowFit> fit(Torch torch, Flow flow) {
    List<FlowFit> fits = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      fits.add(FlowFit.of(torch, flow, STEPS, new Random(seed)));
    }
    return fits;
  }

  /** What is fitted, by name. */
  static Map<String, Flow> flows() {
    Map<String, Flow> flows = new LinkedHashMap<>();
    flows.put("coupling, ReLU inside", new Coupling(6, 32, Activation::relu));
    flows.put(
        "coupling, LeakyReLU inside",
        new Coupling(6, 32, x -> Activation.leakyRelu(x, (float) Bend.SLOPE)));
    flows.put("coupling, tanh inside", new Coupling(6, 32, Activation::tanh));
    flows.put("LeakyReLU as layers", new BentLayers(6, Bend.SHARP));
    flows.put("the same, kinks rounded", new BentLayers(6, Bend.ROUND));
    return flows;
  }

  private static Figure draw(KinkGradient kink) {
    double[] b = IntStream.rangeClosed(-50, 50).mapToDouble(i -> i / 20.0).toArray();
    Figure figure = new Figure();
    XYChart likelihood = figure.panel("z = LeakyReLU(x + b)", "b", "mean log p, nats");
    XYChart derivatives = figure.panel("Its derivative in b", "b", "nats per unit");
    Figure.line(likelihood, "log-likelihood", b, curve(b, kink::logLikelihood), 0, false);
    Figure.line(derivatives, "true", b, curve(b, kink::derivativeOfMean), 0, false);
    Figure.line(
        derivatives, "mean of the points' own", b, curve(b, kink::meanOfDerivatives), 1, false);
    return figure;
  }

  private static double[] curve(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }
}
