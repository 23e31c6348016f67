package io.imagepriors.runtime.stream;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.WithdrawnException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decoded pictures of one shape that are treated at once.
 *
 * @param images the pictures, in their order
 */
record Batch(List<Picture> pictures, ImageStack images) {

  /**
   * Treats the pictures: all at once, and each alone if that fails, so that one which can't be
   * treated costs no other.
   *
   * @return a result for each picture, or nothing if the monitor said stop
   * @throws WithdrawnException if a plug-in has gone
   */
  List<Result> treat(Treatment treatment, Monitor monitor) {
    try {
      Restoration restoration = treatment.treat(images, monitor);
      return restoration.outcome() == Outcome.CANCELLED
          ? List.of()
          : IntStream.range(0, pictures.size())
              .mapToObj(i -> Result.of(pictures.get(i), restoration, i))
              .toList();
    } catch (WithdrawnException e) {
      throw e;
    } catch (RuntimeException e) {
      return pictures.size() == 1
          ? List.of(Result.failed(pictures.get(0), e))
          : IntStream.range(0, pictures.size())
              .mapToObj(i -> new Batch(List.of(pictures.get(i)), images.image(i)))
              .flatMap(single -> single.treat(treatment, monitor).stream())
              .toList();
    }
  }
}
