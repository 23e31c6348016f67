package io.imagepriors.runtime.analysis;

import io.imagepriors.api.ImageStack;

/**
 * Images of one kind.
 *
 * @param name what people call them
 * @param images only read
 */
public record ImageSet(String name, ImageStack images) {}
