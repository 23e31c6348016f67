/**
 * Whether images belong to a class: priors that were trained on one class each, and a score that
 * was fixed before any test image was seen. Knows the api and the metrics.
 */
package io.imagepriors.runtime.oneclass;
