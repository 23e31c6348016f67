/**
 * What is plugged in now: by kind and name, from which file, since when, and why something is not.
 *
 * <p>{@link io.imagepriors.runtime.catalog.Catalog} knows no OSGi; {@link
 * io.imagepriors.runtime.catalog.PluginServices} fills it from the service registry.
 */
package io.imagepriors.runtime.catalog;
