/** Priors, degradations and restorers tried against each other on the same images. */
package io.imagepriors.runtime.evaluation;
