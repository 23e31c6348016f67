package io.imagepriors.runtime.trust;

import java.nio.file.Path;
import java.util.Optional;

/** The policy unless another is asked for: what lies in the folder is used. */
final class EverythingTrusted implements TrustPolicy {

  @Override
  public void requireJar(Path jar) {}

  @Override
  public void requireModel(Path model) {}

  @Override
  public boolean takeModelList(Optional<Path> list) {
    return false;
  }

  @Override
  public void requireOpenToNewModels() {}

  @Override
  public String description() {
    return "all: every plug-in in the folder is used, with the rights of this process";
  }
}
