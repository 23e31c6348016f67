/**
 * The catalog of a running platform, and what fills it from the service registry. {@link
 * io.imagepriors.runtime.catalog.LiveCatalog} changes; everybody else reads it as a {@link
 * io.imagepriors.catalog.Catalog}.
 */
package io.imagepriors.runtime.catalog;
