package io.imagepriors.runtime.bench.peer;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Images in a file of nothing but float32, the lowest byte first. */
final class Floats {
  private Floats() {}

  static Path write(ImageStack images, Path file) {
    float[] pixels = images.pixels();
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(pixels);
    try {
      return Files.write(file, bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImageStack read(Path file, int count, Shape shape) {
    ImageStack images = ImageStack.zeros(count, shape);
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().get(images.pixels());
      return images;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
