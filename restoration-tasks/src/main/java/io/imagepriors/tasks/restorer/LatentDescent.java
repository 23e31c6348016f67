package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;

/**
 * Lowers the data term {@code -log p(y|D(z))} over codes, all at once: for each image the same
 * number of codes, which lie side by side. Adam moves the logits of the codes. Keeps its buffers.
 */
final class LatentDescent {
  private final LatentSpace space;
  private final Energy likelihood;
  private final int perImage;
  private final CodeStack logits;
  private final CodeStack codes;
  private final CodeStack gradient;
  private final ImageStack decoded;
  private final ImageStack cotangent;
  private final double[] values;

  /**
   * @param codes the codes to start from: those of image 0, then those of image 1, and so on; taken
   *     over
   * @param perImage the number of codes for each image
   */
  LatentDescent(Problem problem, LatentSpace space, CodeStack codes, int perImage) {
    this.space = space;
    this.perImage = perImage;
    this.codes = codes;
    this.likelihood = problem.model().likelihood(repeat(problem.y(), perImage));
    this.logits = codes.like();
    this.gradient = codes.like();
    this.decoded = ImageStack.zeros(codes.count(), space.shape());
    this.cotangent = decoded.like();
    this.values = new double[codes.count()];
    Logits.ofCodes(codes.values(), logits.values());
    Logits.toCodes(logits.values(), codes.values());
  }

  /**
   * Takes gradient steps, offering each image's best as it goes, and evaluates where they end.
   *
   * @return whether it ran to its end
   */
  boolean run(String stage, CosineDecay decay, Estimates estimates, Course course) {
    Adam adam = new Adam(logits.values().length);
    for (int step = 0; step < decay.steps(); step++) {
      space.valueAndGradient(likelihood, codes, values, gradient, decoded, cotangent);
      offerBest(estimates);
      Logits.chain(codes.values(), gradient.values());
      adam.step(logits.values(), gradient.values(), decay.rate(step));
      Logits.clip(logits.values());
      Logits.toCodes(logits.values(), codes.values());
      if (!course.step(stage, estimates.objective())) {
        return false;
      }
    }
    space.decode(codes, decoded);
    System.arraycopy(likelihood.values(decoded), 0, values, 0, values.length);
    offerBest(estimates);
    return true;
  }

  /** The codes of the lowest data terms, {@code count} for each image, side by side. */
  CodeStack best(int count) {
    int images = codes.count() / perImage;
    CodeStack best = CodeStack.zeros(images * count, codes.dimension());
    for (int i = 0; i < images; i++) {
      int[] chosen = Lowest.indices(values, i * perImage, (i + 1) * perImage, count);
      for (int k = 0; k < count; k++) {
        best.set(i * count + k, codes, chosen[k]);
      }
    }
    return best;
  }

  /** The images of the codes as last evaluated; live. */
  ImageStack decoded() {
    return decoded;
  }

  /** The data terms as last evaluated; live. */
  double[] values() {
    return values;
  }

  /** The number of codes for each image. */
  int perImage() {
    return perImage;
  }

  private void offerBest(Estimates estimates) {
    for (int k = 0; k < values.length; k++) {
      estimates.offer(k / perImage, values[k], decoded, k);
    }
  }

  private static ImageStack repeat(ImageStack y, int times) {
    int[] indices = new int[y.count() * times];
    for (int k = 0; k < indices.length; k++) {
      indices[k] = k / times;
    }
    return y.gather(indices);
  }
}
