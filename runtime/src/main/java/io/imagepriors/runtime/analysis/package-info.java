/**
 * What can be said of priors by looking at them: how their codes fill the cube, what codes decode
 * to, and how their energies part images of the class from others. Knows the api and the metrics
 * alone.
 */
package io.imagepriors.runtime.analysis;
