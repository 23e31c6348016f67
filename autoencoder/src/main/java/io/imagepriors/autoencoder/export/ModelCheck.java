package io.imagepriors.autoencoder.export;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;

/**
 * Compares a model as it will be stored with the same model computed in another way, and its
 * derivatives with finite differences of its values.
 */
final class ModelCheck {
  /** Of the gradient's norm; a rectifier at its kink may open in one computation only. */
  private static final double GRADIENT_TOLERANCE = 1e-3;

  private final PriorModel model;
  private final PriorModel reference;
  private final LatentSpace latent;
  private final LatentSpace latentReference;

  /**
   * @throws InvalidInputException if one of them lacks a latent space
   */
  ModelCheck(PriorModel model, PriorModel reference) {
    this.model = model;
    this.reference = reference;
    this.latent = latentSpace(model, "exported model");
    this.latentReference = latentSpace(reference, "reference model");
  }

  /**
   * Requires agreement.
   *
   * @throws InvalidInputException naming the function that disagrees and by how much
   */
  void require() {
    Probes probes = new Probes(model.shape());
    ImageStack x = probes.images();
    requireEnergies(x);
    CodeStack z = CodeStack.zeros(Probes.COUNT, latent.dimension());
    CodeStack expected = z.like();
    latent.encode(x, z);
    latentReference.encode(x, expected);
    Agreement.require("encode", z.values(), expected.values(), 1);
    requireDecoder(probes.codes(latent.dimension()), probes.cotangent());
  }

  private void requireEnergies(ImageStack x) {
    double[] values = new double[x.count()];
    double[] expectedValues = new double[x.count()];
    ImageStack gradient = x.like();
    ImageStack expected = x.like();
    model.valueAndGradient(x, values, gradient);
    reference.valueAndGradient(x, expectedValues, expected);
    for (int i = 0; i < x.count(); i++) {
      double scale = Math.max(1, Math.abs(expectedValues[i]));
      Agreement.requireSmall(
          "energy", Math.abs(values[i] - expectedValues[i]), Agreement.TOLERANCE * scale);
      Agreement.require(
          "gradient",
          gradient.image(i).pixels(),
          expected.image(i).pixels(),
          GRADIENT_TOLERANCE,
          Norms.norm(expected.image(i).pixels()));
    }
    FiniteDifferences.require(model, x, gradient);
  }

  private void requireDecoder(CodeStack z, ImageStack cotangent) {
    ImageStack decoded = cotangent.like();
    ImageStack expectedImages = cotangent.like();
    latent.decode(z, decoded);
    latentReference.decode(z, expectedImages);
    Agreement.require("decode", decoded.pixels(), expectedImages.pixels(), 1);
    CodeStack gradient = z.like();
    CodeStack expected = z.like();
    latent.decodeVjp(z, cotangent, gradient);
    latentReference.decodeVjp(z, cotangent, expected);
    Agreement.require(
        "decode_vjp",
        gradient.values(),
        expected.values(),
        GRADIENT_TOLERANCE,
        Norms.norm(expected.values()));
    FiniteDifferences.require(latent, z, cotangent, gradient);
  }

  private static LatentSpace latentSpace(PriorModel model, String subject) {
    return model
        .latentSpace()
        .orElseThrow(() -> InvalidInputException.of(subject, "have a latent space", "none"));
  }
}
