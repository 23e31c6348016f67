package io.imagepriors.runtime.stream;

import java.util.function.BooleanSupplier;

/** Counts the pictures of a source and those whose results are there. */
final class Census implements PictureSource.Visitor {
  private final PictureSink sink;
  private final BooleanSupplier stopped;
  private long pictures;
  private long there;

  Census(PictureSink sink, BooleanSupplier stopped) {
    this.sink = sink;
    this.stopped = stopped;
  }

  @Override
  public boolean picture(Picture picture) {
    pictures++;
    there += sink.has(picture) ? 1 : 0;
    return !stopped.getAsBoolean();
  }

  @Override
  public boolean skipped(String name) {
    return !stopped.getAsBoolean();
  }

  /** As {@link Intake} will count it. */
  @Override
  public boolean failed(String name, String reason) {
    pictures++;
    return !stopped.getAsBoolean();
  }

  long pictures() {
    return pictures;
  }

  long there() {
    return there;
  }
}
