package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.ImageStack;
import java.util.Optional;

/**
 * What one method made of one degradation with one seed.
 *
 * @param figures of each image
 * @param seconds time to restore one image
 * @param shown the first restored images; empty if it was taken from a {@link Journal}
 */
record Finished(Figures figures, double seconds, Optional<ImageStack> shown) {}
