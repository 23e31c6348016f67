package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.FileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the bytes of a model come from.
 *
 * @param path what errors call it
 * @param content opens the bytes
 * @param length their number, or -1 where only reading tells
 */
record ModelSource(Path path, Content content, Length length) {

  /** The largest model that is read: 1 GiB. */
  static final long MAX_LENGTH = 1L << 30;

  /** Opens the bytes. */
  interface Content {
    InputStream open() throws IOException;
  }

  /** Tells the number of bytes. */
  interface Length {
    long get() throws IOException;
  }

  /** Whether a file is meant to be such a model, by its name. */
  static boolean isOnnx(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
  }

  static ModelSource of(Path file) {
    return new ModelSource(file, () -> Files.newInputStream(file), () -> Files.size(file));
  }

  static ModelSource of(URL resource) {
    String path = resource.getPath();
    Path name = Path.of(path.substring(path.lastIndexOf('/') + 1));
    return new ModelSource(name, resource::openStream, () -> -1);
  }

  static ModelSource of(Path name, byte[] bytes) {
    return new ModelSource(name, () -> new ByteArrayInputStream(bytes), () -> bytes.length);
  }

  /**
   * All bytes.
   *
   * @throws FileException if they can't be read or are more than {@link #MAX_LENGTH}
   */
  byte[] readAll() {
    try (InputStream in = content.open()) {
      requireLength(length.get());
      byte[] bytes = in.readNBytes((int) MAX_LENGTH + 1);
      requireLength(bytes.length);
      return bytes;
    } catch (IOException e) {
      throw FileException.unreadable(path, e);
    }
  }

  void requireLength(long bytes) {
    if (bytes > MAX_LENGTH) {
      throw FileException.unusable(path, "a model of at most " + MAX_LENGTH + " bytes", bytes);
    }
  }
}
