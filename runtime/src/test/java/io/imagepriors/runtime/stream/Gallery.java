package io.imagepriors.runtime.stream;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.picture.PictureWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Small pictures on disk, each of one grey level. */
final class Gallery {
  static final Shape SHAPE = Shape.grey(2, 3);

  private Gallery() {}

  /** A PNG of a grey level, in folders that are made. */
  static Path png(Path file, int level) {
    return png(file, level, SHAPE);
  }

  static Path png(Path file, int level, Shape shape) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ImageStack image = ImageStack.zeros(1, shape);
    Arrays.fill(image.pixels(), level / 255f);
    PictureWriter.write(image, 0, file);
    return file;
  }

  /** A file in MNIST's format; image {@code i} has the grey level {@code i}. */
  static byte[] idx(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(16 + count * SHAPE.size());
    bytes.putInt(0x803).putInt(count).putInt(SHAPE.height()).putInt(SHAPE.width());
    for (int i = 0; i < count * SHAPE.size(); i++) {
      bytes.put((byte) (i / SHAPE.size()));
    }
    return bytes.array();
  }

  /** All files below a folder with their bytes in readable form, hidden ones too. */
  static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, Arrays.toString(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
