/** The prior and the trainer named uniform. Nothing here is for others to compile against. */
package io.imagepriors.priors.uniform;
