package io.imagepriors.experiments;

import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;

/** Draws what {@link DeepImagePrior} measured. */
final class DeepImagePriorFigure {
  private DeepImagePriorFigure() {}

  static Figure draw(Map<SignalKind, Map<Method, List<Trace>>> noisy) {
    Figure figure = new Figure();
    XYChart gains =
        figure.panel("Denoising a digit (dashed: shuffled)", "step", "gain over the data, dB");
    XYChart shares =
        figure.panel("What the output holds", "share of the signal", "share of the noise");
    gains.getStyler().setYAxisMin(-4.0).setXAxisMax(150.0).setXAxisMin(0.0);
    shares.getStyler().setXAxisMin(0.0).setXAxisMax(1.1).setYAxisMin(0.0).setYAxisMax(1.2);
    for (SignalKind kind : List.of(SignalKind.DIGIT, SignalKind.SHUFFLED_DIGIT)) {
      boolean shuffled = kind == SignalKind.SHUFFLED_DIGIT;
      for (Method method : Method.values()) {
        List<Trace> traces = noisy.get(kind).get(method);
        String name = (shuffled ? " " : "") + method.title();
        double[] gain = curve(traces, (t, i) -> t.psnr(i) - t.dataPsnr());
        double[] step = new double[gain.length];
        for (int i = 0; i < step.length; i++) {
          step[i] = i;
        }
        Figure.line(gains, name, step, gain, method.colour(), shuffled);
        double[] a = curve(traces, Trace::signalShare);
        Figure.line(shares, name, a, curve(traces, Trace::noiseShare), method.colour(), shuffled);
      }
    }
    return figure;
  }

  private interface StepFigure {
    double of(Trace trace, int step);
  }

  /** The mean over seeds at each step. */
  private static double[] curve(List<Trace> traces, StepFigure value) {
    double[] means = new double[traces.get(0).length()];
    for (int i = 0; i < means.length; i++) {
      int step = i;
      means[i] = Spread.of(traces, t -> value.of(t, step)).mean();
    }
    return means;
  }
}
