package io.imagepriors.runtime.evaluation;

import io.imagepriors.runtime.metric.Mean;
import java.util.OptionalDouble;

/**
 * A figure over images and seeds.
 *
 * @param mean over the images; each image's value is its mean over the seeds first, so that the
 *     standard error tells how another choice of images would differ
 * @param spread the standard deviation, unbiased, over seeds of the mean over images; empty for one
 *     seed
 */
public record Score(Mean mean, OptionalDouble spread) {}
