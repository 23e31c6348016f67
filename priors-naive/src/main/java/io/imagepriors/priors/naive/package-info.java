/** The prior and the trainer named naive. Nothing here is for others to compile against. */
package io.imagepriors.priors.naive;
