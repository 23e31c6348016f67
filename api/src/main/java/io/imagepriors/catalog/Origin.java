package io.imagepriors.catalog;

/**
 * Where a plug-in comes from.
 *
 * @param bundle the bundle's symbolic name; empty for a file that is no bundle
 * @param version the bundle's or the file's version; of two plug-ins with one name the higher one
 *     serves; empty where none is told
 * @param file the jar, or another location, for people
 */
public record Origin(String bundle, String version, String file) {}
