package io.imagepriors.runtime.bench.speed;

/**
 * Work with what is known of it.
 *
 * @param name what it is
 * @param images how many images one repetition serves
 * @param operations floating-point operations of one repetition, 0 where that is unknown
 * @param work the work itself
 */
public record Job(String name, int images, long operations, Work work) {}
