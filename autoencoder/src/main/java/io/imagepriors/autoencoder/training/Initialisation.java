package io.imagepriors.autoencoder.training;

import io.imagepriors.autoencoder.network.Dims;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The weights a training starts from: He-normal, that is {@code N(0, 2 / inputs)} (He et al.,
 * "Delving deep into rectifiers", 2015), biases 0, normalisation the identity. The decoder's last
 * layer is scaled down by {@link #LAST_SCALE} and its bias is {@link #LAST_BIAS}, so that the first
 * images are dark, as digits are; without this, training can end at the mean image. A softmax does
 * not see such a bias.
 */
final class Initialisation {
  private static final float LAST_SCALE = 0.3f;
  private static final float LAST_BIAS = -2f;

  private Initialisation() {}

  /** Values for a layout, drawn in its order. */
  static float[] values(Layout layout, RandomGenerator random) {
    float[] values = new float[layout.size()];
    int start = 0;
    String last = lastLayer(layout);
    for (Map.Entry<String, Dims> entry : layout.dims().entrySet()) {
      boolean isLast = entry.getKey().startsWith(last);
      int end = start + entry.getValue().size();
      fill(values, start, end, entry, isLast, random);
      start = end;
    }
    return values;
  }

  private static void fill(
      float[] values,
      int start,
      int end,
      Map.Entry<String, Dims> weight,
      boolean isLast,
      RandomGenerator random) {
    String name = weight.getKey().substring(weight.getKey().lastIndexOf('.') + 1);
    Dims dims = weight.getValue();
    double deviation = Math.sqrt(2.0 * dims.side(0) / dims.size()) * (isLast ? LAST_SCALE : 1);
    for (int i = start; i < end; i++) {
      values[i] =
          switch (name) {
            case "weight" -> (float) (deviation * random.nextGaussian());
            case "gamma", "variance" -> 1f;
            case "bias" -> isLast ? LAST_BIAS : 0f;
            default -> 0f;
          };
    }
  }

  /** The prefix of the last layer that has weights: the decoder's output. */
  private static String lastLayer(Layout layout) {
    String last = "";
    for (String name : layout.dims().keySet()) {
      last = name.substring(0, name.lastIndexOf('.') + 1);
    }
    return last;
  }
}
