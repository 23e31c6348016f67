/**
 * The group {@code bench}: commands that measure the product as it is installed. One benchmark is
 * one command; add it to {@link io.imagepriors.runtime.command.bench.Benches}.
 */
package io.imagepriors.runtime.command.bench;
