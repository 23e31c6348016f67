package io.imagepriors.runtime.command.models;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;
import io.imagepriors.runtime.command.Invocation;
import java.util.Arrays;
import java.util.OptionalDouble;

/** What one prior says of images: the energy of each and, over all, how well it gives them back. */
final class Scores {
  private final double[] energies;
  private final OptionalDouble reconstructionError;

  private Scores(double[] energies, OptionalDouble reconstructionError) {
    this.energies = energies;
    this.reconstructionError = reconstructionError;
  }

  /** Evaluates all images, as long as the user does not say stop. */
  static Scores of(Invocation in, PriorModel model, Subjects subjects) {
    double[] energies = new double[subjects.count()];
    double[] squares = new double[1];
    subjects.forEachBatch(
        in,
        (batch, first) -> {
          System.arraycopy(model.values(batch), 0, energies, first, batch.count());
          model.latentSpace().ifPresent(space -> squares[0] += squaredError(space, batch));
        });
    double values = (double) subjects.count() * subjects.shape().size();
    return new Scores(
        energies,
        model.latentSpace().isPresent()
            ? OptionalDouble.of(squares[0] / values)
            : OptionalDouble.empty());
  }

  /** The energy of an image. */
  double energy(int index) {
    return energies[index];
  }

  /** The energies of all images; a copy. */
  double[] energies() {
    return energies.clone();
  }

  double meanEnergy() {
    return Arrays.stream(energies).average().orElse(Double.NaN);
  }

  /** The mean of {@code (D(Enc(x)) - x)²} over all values; empty without a latent space. */
  OptionalDouble reconstructionError() {
    return reconstructionError;
  }

  private static double squaredError(LatentSpace space, ImageStack images) {
    CodeStack codes = CodeStack.zeros(images.count(), space.dimension());
    ImageStack decoded = images.like();
    space.encode(images, codes);
    space.decode(codes, decoded);
    double sum = 0;
    for (int i = 0; i < decoded.pixels().length; i++) {
      double difference = decoded.pixels()[i] - images.pixels()[i];
      sum += difference * difference;
    }
    return sum;
  }
}
