/**
 * What is measured of a trained prior on images it has not learned: the law of what its decoder
 * can't express, and the energies of its class; fitted, and kept as texts in a model's metadata.
 */
package io.imagepriors.autoencoder.calibration;
