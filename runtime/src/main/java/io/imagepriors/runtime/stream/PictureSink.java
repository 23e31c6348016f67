package io.imagepriors.runtime.stream;

import io.imagepriors.api.FileException;
import io.imagepriors.api.Restoration;
import java.util.List;

/** Where results go. What a killed run leaves behind is whole or not there. */
public interface PictureSink extends AutoCloseable {

  /**
   * Whether a picture's result is there from an earlier run. Called by any one thread at a time.
   */
  boolean has(Picture picture);

  /**
   * Writes a result. Called in the order of the visit, by one thread.
   *
   * @param index the picture's place in the restoration
   * @throws FileException if it can't be written
   */
  void write(Picture picture, Restoration restoration, int index);

  /**
   * The pictures of which earlier runs have noted that, and {@link #has} says that they are done.
   */
  default List<Tally.Failure> failedBefore() {
    return List.of();
  }

  /** Notes, in the same order, that there is no result. */
  void fail(Picture picture, String reason);

  /** Called once everything has been written. */
  void finish();

  @Override
  void close();
}
