package io.imagepriors.runtime.bench;

import java.nio.file.Path;

/**
 * Where benchmarks work.
 *
 * @param home the folder of the distribution, from which platforms are started
 * @param workshop a folder for temporary files, which need not exist; what a benchmark puts there
 *     it takes away, and the process takes away the rest when it is ended by force
 */
public record Site(Path home, Path workshop) {}
