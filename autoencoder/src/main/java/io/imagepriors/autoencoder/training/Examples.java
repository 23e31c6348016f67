package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;

/**
 * One batch of images, before it enters a network.
 *
 * @param images {@code x}, float32 [count, channels, height, width], values in [0, 1]
 * @param labels their classes, -1 where there is none; only read
 * @param random a generator seeded for this batch; all randomness of a loss comes from it
 */
@SuppressWarnings("ArrayRecordComponent") // one per step, read by one loss
record Examples(NDArray images, int[] labels, RandomGenerator random) {}
