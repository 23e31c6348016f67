package io.imagepriors.runtime.analysis;

import io.imagepriors.api.PriorModel;

/**
 * A prior to look at.
 *
 * @param label what people call it
 * @param model bound to the images' shape
 */
public record Subject(String label, PriorModel model) {}
