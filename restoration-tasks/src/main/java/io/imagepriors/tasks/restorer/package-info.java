/**
 * Restorers: they lower {@code -log p(y|x) - log P(x) = ||A(x)-y||²/(2 sigma²) + E(x)/T} over
 * images, over latent codes or over both, for whole stacks at once.
 *
 * <p>A {@link io.imagepriors.tasks.restorer.StackRestoration} cuts a stack into chunks of bounded
 * memory; a {@link io.imagepriors.tasks.restorer.Solver} works on one chunk, keeping the best
 * images in {@link io.imagepriors.tasks.restorer.Estimates} and reporting to a {@link
 * io.imagepriors.tasks.restorer.Course}.
 */
package io.imagepriors.tasks.restorer;
