package io.imagepriors.experiments;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Plugin;
import io.imagepriors.datasets.DatasetsProvider;
import java.util.random.RandomGenerator;

/** Clean signals of one or two dimensions. */
final class Signal {
  /** Of every signal; that of a digit's pixels is about as large. */
  static final double DEVIATION = 0.3;

  private final int height;
  private final int width;
  private final float[] values;

  private Signal(int height, int width, float[] values) {
    this.height = height;
    this.width = width;
    this.values = standardised(values);
  }

  /** One of the embedded test digits, 28 x 28. */
  static Signal digit(int index) {
    LabelledImages images = digits();
    ImageStack image = images.stack(index, index + 1);
    return new Signal(image.shape().height(), image.shape().width(), image.pixels());
  }

  private static LabelledImages digits() {
    for (Plugin plugin : new DatasetsProvider().plugins()) {
      if (plugin instanceof Dataset dataset && dataset.descriptor().name().equals("digits")) {
        return dataset.load("test", dataset.descriptor().defaults());
      }
    }
    throw new IllegalStateException("the datasets' jar has no 'digits'");
  }

  /** One dimension: a few slow tones and a few steps. */
  static Signal wave(int length, RandomGenerator random) {
    float[] values = new float[length];
    for (int tone = 0; tone < 4; tone++) {
      double cycles = random.nextDouble(1, 12);
      double phase = random.nextDouble(2 * Math.PI);
      for (int i = 0; i < length; i++) {
        values[i] += (float) Math.sin(phase + 2 * Math.PI * cycles * i / length);
      }
    }
    for (int step = 0; step < 8; step++) {
      double height = random.nextGaussian();
      for (int i = random.nextInt(length); i < length; i++) {
        values[i] += (float) height;
      }
    }
    return new Signal(1, length, values);
  }

  /** White noise in place of a signal. */
  static Signal noise(int height, int width, RandomGenerator random) {
    return new Signal(height, width, Draws.gaussian(random, height * width, 1));
  }

  /** The same values in another order: nothing is left but their histogram. */
  Signal shuffled(RandomGenerator random) {
    int[] order = Draws.order(random, values.length);
    float[] moved = new float[values.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = values[order[i]];
    }
    return new Signal(height, width, moved);
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  int size() {
    return values.length;
  }

  /** Live, of mean 0 and deviation {@link #DEVIATION}. */
  float[] values() {
    return values;
  }

  /** Removes the mean, which any method knows, and brings all signals to one power. */
  private static float[] standardised(float[] values) {
    float[] result = Vectors.centred(values);
    double scale = DEVIATION * Math.sqrt(values.length / Vectors.dot(result, result));
    for (int i = 0; i < result.length; i++) {
      result[i] *= (float) scale;
    }
    return result;
  }
}
