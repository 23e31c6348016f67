package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;

/**
 * Lowers the posterior over the pixels, from the better of two starts: the first estimate, and its
 * reconstruction by the prior where the prior has a latent space.
 *
 * @param prior what clean images look like
 * @param descent how far and how fast
 * @param temperature {@code T} of the prior
 */
record PixelSolver(PriorModel prior, PixelDescent descent, double temperature) implements Solver {
  /** Images evaluated at once: enough to fill the processor, few enough for its memory. */
  private static final int IMAGES_AT_ONCE = 256;

  @Override
  public int steps() {
    return descent.steps();
  }

  @Override
  public int chunk() {
    return IMAGES_AT_ONCE;
  }

  @Override
  public void solve(Problem problem, Estimates estimates, Course course) {
    Posterior posterior = new Posterior(problem, prior, temperature);
    ImageStack first = estimates.images().copy();
    estimates.offerAll(posterior.values(first), first);
    prior
        .latentSpace()
        .ifPresent(
            space -> {
              ImageStack reconstructed = reconstruct(space, first);
              estimates.offerAll(posterior.values(reconstructed), reconstructed);
            });
    descent.run("pixels", posterior, estimates, course);
  }

  private static ImageStack reconstruct(LatentSpace space, ImageStack images) {
    CodeStack codes = CodeStack.zeros(images.count(), space.dimension());
    space.encode(images, codes);
    ImageStack result = images.like();
    space.decode(codes, result);
    return result;
  }
}
