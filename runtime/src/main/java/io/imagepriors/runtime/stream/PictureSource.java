package io.imagepriors.runtime.stream;

import io.imagepriors.api.FileException;

/** Where pictures come from, one after the other: it is never known as a list. */
public interface PictureSource {

  /** Told of everything that is found; each answer says whether to go on. */
  @FunctionalInterface
  interface Visitor {
    /** A picture. */
    boolean picture(Picture picture);

    /** Something that is no picture. */
    default boolean skipped(String name) {
      return true;
    }

    /** A picture, or a folder of them, that can't be used. */
    default boolean failed(String name, String reason) {
      return true;
    }
  }

  /**
   * Visits all there is, on the calling thread.
   *
   * @throws FileException if the source as a whole can't be read
   */
  void visit(Visitor visitor);
}
