package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;

/**
 * The data term {@code -log p(y|D(z))} as a function of the logits of codes, one code for each
 * degraded image. Keeps its buffers.
 */
final class CodeEnergy {
  private final LatentSpace space;
  private final Energy likelihood;
  private final CodeStack codes;
  private final CodeStack gradient;
  private final ImageStack decoded;
  private final ImageStack cotangent;
  private final double[] values;

  CodeEnergy(ForwardModel model, ImageStack y, LatentSpace space) {
    this.space = space;
    this.likelihood = model.likelihood(y);
    this.codes = CodeStack.zeros(y.count(), space.dimension());
    this.gradient = codes.like();
    this.decoded = ImageStack.zeros(y.count(), space.shape());
    this.cotangent = decoded.like();
    this.values = new double[y.count()];
  }

  /** Computes values, gradient and images of codes with these logits. */
  void evaluate(float[] logits) {
    Logits.toCodes(logits, codes.values());
    space.valueAndGradient(likelihood, codes, values, gradient, decoded, cotangent);
    Logits.chain(codes.values(), gradient.values());
  }

  /** The data terms; live. */
  double[] values() {
    return values;
  }

  /** Their gradient with respect to the logits; live. */
  float[] gradient() {
    return gradient.values();
  }

  /** The decoded images; live. */
  ImageStack decoded() {
    return decoded;
  }
}
