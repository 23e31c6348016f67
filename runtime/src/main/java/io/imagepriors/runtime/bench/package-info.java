/**
 * What benchmarks do and measure; the commands that show it are elsewhere. A benchmark works on a
 * platform of its own ({@link io.imagepriors.runtime.bench.TrialPlatform}), started in this process
 * with a temporary plug-in folder, so that the user's plug-ins and files stay as they are.
 */
package io.imagepriors.runtime.bench;
