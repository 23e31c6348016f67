/**
 * How fast the product computes: jobs that are timed in turns, and the machine's own speed at
 * matrix products, against which they are held. Nothing is kept between runs.
 */
package io.imagepriors.runtime.bench.speed;
