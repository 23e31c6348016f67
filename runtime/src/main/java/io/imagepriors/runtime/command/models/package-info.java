/** Commands that train priors and classifiers and look at what they have learned. */
package io.imagepriors.runtime.command.models;
