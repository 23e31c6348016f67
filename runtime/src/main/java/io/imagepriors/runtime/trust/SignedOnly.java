package io.imagepriors.runtime.trust;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Uses jars that a trusted certificate has signed, and models that such a jar lists. The list stays
 * in force until another takes its place.
 */
final class SignedOnly implements TrustPolicy {
  private final TrustStore store;
  private final Clock clock;
  private volatile ModelList models = ModelList.none();

  /**
   * A policy that trusts no model yet.
   *
   * @param clock tells whether certificates are valid now
   */
  SignedOnly(TrustStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void requireJar(Path jar) throws IOException {
    SignedJar.require(jar, store, clock.instant());
  }

  @Override
  public void requireModel(Path model) throws IOException {
    String sum = Digests.sha256(model);
    if (!models.contains(sum)) {
      throw FileException.unusable(
          model.getFileName(),
          "a model that the signed " + MODEL_LIST + " lists",
          "SHA-256 " + sum);
    }
  }

  @Override
  public synchronized boolean takeModelList(Optional<Path> list) throws IOException {
    ModelList fresh = ModelList.none();
    if (list.isPresent()) {
      requireJar(list.get());
      fresh = ModelList.read(list.get());
    }
    boolean changed = !fresh.equals(models);
    models = fresh;
    return changed;
  }

  @Override
  public void requireOpenToNewModels() {
    throw new InvalidInputException(
        "a new model can't be published where plugins.trust=signed, for nobody has signed it yet;"
            + " write it with --output, list its SHA-256 in "
            + MODEL_LIST
            + ", sign that, and copy both (docs/trust.md)");
  }

  @Override
  public String description() {
    return "signed: jars signed by "
        + store.description()
        + "; models listed in "
        + MODEL_LIST
        + " ("
        + models.size()
        + ")";
  }
}
