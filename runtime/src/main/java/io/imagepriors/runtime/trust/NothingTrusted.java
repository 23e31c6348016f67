package io.imagepriors.runtime.trust;

import io.imagepriors.api.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;

/** Stands in for a policy that can't be read: better no plug-ins than the wrong ones. */
final class NothingTrusted implements TrustPolicy {
  private final String reason;

  NothingTrusted(String reason) {
    this.reason = reason;
  }

  @Override
  public void requireJar(Path jar) {
    refuse();
  }

  @Override
  public void requireModel(Path model) {
    refuse();
  }

  @Override
  public boolean takeModelList(Optional<Path> list) {
    return false;
  }

  @Override
  public void requireOpenToNewModels() {
    refuse();
  }

  @Override
  public String description() {
    return "nothing in the folder is used: " + reason;
  }

  @Override
  public Optional<String> fault() {
    return Optional.of(reason);
  }

  private void refuse() {
    throw new InvalidInputException("not looked at, since settings are wrong: " + reason);
  }
}
