package io.imagepriors.catalog;

/**
 * Told when plug-ins or problems come or go. Called on the thread that caused the change, after the
 * change, without a lock held; it should return quickly and look at the catalog for what there is.
 */
@FunctionalInterface
public interface CatalogListener {

  /** The catalog has changed. */
  void changed(Catalog catalog);
}
