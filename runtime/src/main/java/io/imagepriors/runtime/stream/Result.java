package io.imagepriors.runtime.stream;

import io.imagepriors.api.Restoration;
import java.util.Optional;

/**
 * What became of one picture.
 *
 * @param restoration of it and others; empty if it failed
 * @param index its place there
 * @param error why it failed
 */
record Result(
    Picture picture,
    Optional<Restoration> restoration,
    int index,
    Optional<RuntimeException> error) {

  static Result of(Picture picture, Restoration restoration, int index) {
    return new Result(picture, Optional.of(restoration), index, Optional.empty());
  }

  static Result failed(Picture picture, RuntimeException error) {
    return new Result(picture, Optional.empty(), 0, Optional.of(error));
  }
}
