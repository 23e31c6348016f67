package io.imagepriors.api;

/**
 * Where a long computation stands.
 *
 * @param stage what is being done, for example {@code search} or {@code epoch 3 of 18}
 * @param done steps done, over all stages
 * @param total steps planned, over all stages; at least {@code done}
 * @param value the objective or loss now, NaN where there is none; a mean over the images at work
 * @param items images handled so far, for a rate; 0 where that has no meaning
 */
public record Progress(String stage, long done, long total, double value, long items) {}
