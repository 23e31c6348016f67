package io.imagepriors.runtime.plugin;

import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.trust.TrustPolicy;
import java.io.File;
import java.io.IOException;
import java.util.Optional;

/**
 * The list of trusted models in the plug-in folder. When it changes, models are looked at again;
 * one that can't be used leaves the one before in force. Thread-safe.
 */
final class ModelListFile {
  private final LiveCatalog catalog;
  private final TrustedCopies copies;
  private final ModelFolder models;

  ModelListFile(LiveCatalog catalog, TrustedCopies copies, ModelFolder models) {
    this.catalog = catalog;
    this.copies = copies;
    this.models = models;
  }

  /** Whether a file is the list, by its name. */
  static boolean is(File file) {
    return file.getName().equals(TrustPolicy.MODEL_LIST);
  }

  /** Takes the list, in place of the one before if it has changed. */
  synchronized void put(File file) {
    try (PrivateCopy copy = copies.jar(file)) {
      catalog.removeProblem(file.toString());
      take(Optional.of(copy));
    } catch (Exception e) { // whatever a check throws
      catalog.addProblem(file.toString(), PluginExtender.reason(e));
    }
  }

  /** Trusts no model any more. */
  synchronized void remove(File file) {
    catalog.removeProblem(file.toString());
    try {
      take(Optional.empty());
    } catch (IOException e) {
      throw new IllegalStateException("nothing was read", e);
    }
  }

  private void take(Optional<PrivateCopy> list) throws IOException {
    if (copies.policy().takeModelList(list.map(PrivateCopy::path))) {
      models.lookAgain();
    }
  }
}
