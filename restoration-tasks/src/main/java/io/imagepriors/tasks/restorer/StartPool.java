package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Codes drawn uniformly from the cube, with what their images look like after the degradation.
 * Decoding them once serves all images; choosing from them costs an image no more than one
 * comparison each.
 */
final class StartPool {
  /** Codes decoded at once. */
  private static final int CHUNK = 256;

  private final CodeStack codes;
  private final ImageStack degraded;

  private StartPool(CodeStack codes, ImageStack degraded) {
    this.codes = codes;
    this.degraded = degraded;
  }

  /** Draws, decodes and degrades that many codes. */
  static StartPool draw(LatentSpace space, ForwardModel model, int size, long seed) {
    CodeStack codes = CodeStack.zeros(size, space.dimension());
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < codes.values().length; k++) {
      codes.values()[k] = (float) random.nextDouble();
    }
    ImageStack degraded = ImageStack.zeros(size, model.degraded());
    for (int from = 0; from < size; from += CHUNK) {
      int[] part = IntStream.range(from, Math.min(size, from + CHUNK)).toArray();
      ImageStack decoded = ImageStack.zeros(part.length, space.shape());
      space.decode(codes.gather(part), decoded);
      ImageStack seen = ImageStack.zeros(part.length, model.degraded());
      model.apply(decoded, seen);
      for (int i = 0; i < part.length; i++) {
        degraded.set(from + i, seen, i);
      }
    }
    return new StartPool(codes, degraded);
  }

  /**
   * Writes the codes whose degraded images lie nearest to image {@code index} of {@code y}, nearest
   * first, into {@code target} from place {@code slot} on.
   */
  void chooseFor(ImageStack y, int index, int count, CodeStack target, int slot) {
    double[] distances = new double[codes.count()];
    for (int k = 0; k < distances.length; k++) {
      distances[k] = squaredDistance(y, index, k);
    }
    int[] nearest = Lowest.indices(distances, 0, distances.length, count);
    for (int k = 0; k < count; k++) {
      target.set(slot + k, codes, nearest[k]);
    }
  }

  private double squaredDistance(ImageStack y, int index, int candidate) {
    int size = y.shape().size();
    int at = y.offset(index);
    int from = degraded.offset(candidate);
    float sum = 0f;
    for (int k = 0; k < size; k++) {
      float difference = y.pixels()[at + k] - degraded.pixels()[from + k];
      sum += difference * difference;
    }
    return sum;
  }
}
