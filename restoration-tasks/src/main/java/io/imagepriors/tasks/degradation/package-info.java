/**
 * What can happen to an image: {@code y = A x + sigma n} with a linear operator {@code A} and white
 * Gaussian noise {@code n}.
 *
 * <p>A degradation makes a {@link io.imagepriors.tasks.degradation.LinearOperator} of its
 * parameters and binds it to a noise level. Operators that act on each pixel by itself have a
 * likelihood that needs no buffer.
 */
package io.imagepriors.tasks.degradation;
