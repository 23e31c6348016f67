/**
 * Plug-ins that benchmarks pack into jars: small, deterministic, and different from version to
 * version, so that a restoration which mixed two versions would be found out. They stand alone: a
 * jar holds this package and nothing else, and imports the api.
 */
package io.imagepriors.runtime.bench.plugin;
