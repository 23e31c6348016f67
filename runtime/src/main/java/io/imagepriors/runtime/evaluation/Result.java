package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.ImageStack;

/**
 * A row with the images behind it.
 *
 * @param row the figures
 * @param degraded what was restored
 * @param restored the restored images, in the order of the clean ones
 */
public record Result(Row row, Degraded degraded, ImageStack restored) {}
