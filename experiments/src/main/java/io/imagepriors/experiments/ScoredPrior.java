package io.imagepriors.experiments;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;
import java.util.Arrays;

/**
 * A prior with a latent space, asked about many images.
 *
 * @param name of the prior
 * @param model the prior for images of one shape
 */
record ScoredPrior(String name, PriorModel model) {
  /** Enough to fill the processor, few enough for its caches. */
  private static final int AT_ONCE = 250;

  int dimension() {
    return space().dimension();
  }

  private LatentSpace space() {
    return model.latentSpace().orElseThrow();
  }

  /** The energy of each image. */
  double[] energies(ImageStack images) {
    double[] energies = new double[images.count()];
    for (int from = 0; from < energies.length; from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, energies.length);
      System.arraycopy(model.values(images.slice(from, to)), 0, energies, from, to - from);
    }
    return energies;
  }

  ImageStack decode(CodeStack codes) {
    ImageStack images = ImageStack.zeros(codes.count(), space().shape());
    space().decode(codes, images);
    return images;
  }

  CodeStack encode(ImageStack images) {
    CodeStack codes = CodeStack.zeros(images.count(), dimension());
    space().encode(images, codes);
    return codes;
  }

  /** The mean over codes {@code z} of {@code ||Enc(D(z)) - z||}. */
  double meanReturn(CodeStack codes) {
    CodeStack back = encode(decode(codes));
    double sum = 0;
    for (int i = 0; i < codes.count(); i++) {
      sum += Math.sqrt(Vectors.squaredDistance(codes.code(i), back.code(i)));
    }
    return sum / codes.count();
  }

  /** The distance of each of the codes to the nearest of the others. */
  double[] distancesTo(CodeStack others, CodeStack codes) {
    float[][] targets = new float[others.count()][];
    Arrays.setAll(targets, others::code);
    double[] distances = new double[codes.count()];
    for (int i = 0; i < distances.length; i++) {
      float[] code = codes.code(i);
      double least = Double.POSITIVE_INFINITY;
      for (float[] target : targets) {
        least = Math.min(least, Vectors.squaredDistance(code, target));
      }
      distances[i] = Math.sqrt(least);
    }
    return distances;
  }
}
