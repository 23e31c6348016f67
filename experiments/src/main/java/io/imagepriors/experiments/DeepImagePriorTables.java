package io.imagepriors.experiments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Prints what {@link DeepImagePrior} measured, as tables in Markdown. */
final class DeepImagePriorTables {
  private DeepImagePriorTables() {}

  static void printDenoising(Map<SignalKind, Map<Method, List<Trace>>> noisy, double sigma) {
    System.out.printf(
        Locale.ROOT,
        "Signals of deviation %.1f with noise of deviation %.1f; mean ± deviation of %d seeds.%n"
            + "Gains are in dB over the data (%s dB); b is the share of noise taken up when the share%n"
            + "a of the signal reaches .5 and .8.%n%n",
        Signal.DEVIATION,
        sigma,
        noisy.get(SignalKind.DIGIT).get(Method.CONVOLUTIONAL).size(),
        Spread.of(noisy.get(SignalKind.DIGIT).get(Method.CONVOLUTIONAL), Trace::dataPsnr));
    System.out.println(
        "| signal | generator | best c·y | peak | at step | last step | b at a=.5 | b at a=.8 |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    noisy.forEach(
        (kind, methods) ->
            methods.forEach(
                (method, traces) ->
                    System.out.printf(
                        Locale.ROOT,
                        "| %-16s| %-33s| %12s | %12s | %4.0f | %12s | %11s | %11s |%n",
                        kind.title(),
                        method.title(),
                        gain(traces, Trace::scaledPsnr),
                        gain(traces, t -> t.psnr(t.peak())),
                        Spread.of(traces, Trace::peak).mean(),
                        gain(traces, t -> t.psnr(t.length() - 1)),
                        Spread.of(traces, t -> t.noiseShareAt(0.5)),
                        Spread.of(traces, t -> t.noiseShareAt(0.8)))));
  }

  private static Spread gain(List<Trace> traces, ToDoubleFunction<Trace> psnr) {
    return Spread.of(traces, t -> psnr.applyAsDouble(t) - t.dataPsnr());
  }

  static void printSpeeds(Map<SignalKind, Map<Method, List<Trace>>> pure) {
    System.out.printf(
        "%nSteps until half of the energy is fitted, signals of one power without noise.%n%n");
    System.out.println("| generator | digit | digit, shuffled | white noise |");
    System.out.println("|---|---|---|---|");
    for (Method method : Method.values()) {
      System.out.printf("| %-33s", method.title());
      pure.forEach(
          (kind, methods) ->
              System.out.printf(
                  "| %14s ", Spread.of(methods.get(method), t -> t.stepsToExplain(0.5))));
      System.out.println("|");
    }
  }
}
