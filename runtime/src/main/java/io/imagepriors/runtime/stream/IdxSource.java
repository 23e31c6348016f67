package io.imagepriors.runtime.stream;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The images of a file in MNIST's format, in their order, with or without gzip. The file is read
 * front to back at each visit.
 */
public final class IdxSource implements PictureSource {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final IdxHeader header;

  private IdxSource(Path file, IdxHeader header) {
    this.file = file;
    this.header = header;
  }

  /**
   * Opens a file if it starts as such a file does, compressed or not.
   *
   * @throws FileException if it can't be read, or is gzip of something else
   */
  public static Optional<IdxSource> find(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream raw = Files.newInputStream(file)) {
      byte[] start = raw.readNBytes(Integer.BYTES);
      boolean packed = start.length == Integer.BYTES && isGzip(start[0], start[1]);
      boolean plain = Arrays.equals(start, new byte[] {0, 0, 8, 3});
      if (!packed && !plain) {
        return Optional.empty();
      }
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
    try (DataInputStream input = open(file)) {
      return Optional.of(new IdxSource(file, IdxHeader.read(input, file)));
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  /** What the file says of itself. */
  IdxHeader header() {
    return header;
  }

  /** The number of images. */
  public int count() {
    return header.count();
  }

  /** The shape of each image. */
  public Shape shape() {
    return header.shape();
  }

  @Override
  public void visit(Visitor visitor) {
    int digits = String.valueOf(header.count() - 1).length();
    try (DataInputStream input = open(file)) {
      IdxHeader.read(input, file);
      for (int i = 0; i < header.count(); i++) {
        byte[] bytes = input.readNBytes(header.shape().size());
        if (bytes.length < header.shape().size()) {
          throw FileException.malformed(
              file, header.offset(i), header.count() + " images", i + ", then its end");
        }
        String name = String.format("%0" + digits + "d", i);
        if (!visitor.picture(new Entry(file, name, i, header.shape(), bytes))) {
          return;
        }
      }
      if (input.read() >= 0) {
        throw FileException.malformed(
            file, header.offset(header.count()), "the end of the file", "more bytes");
      }
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(2);
      boolean packed = isGzip((byte) raw.read(), (byte) raw.read());
      raw.reset();
      return new DataInputStream(
          packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static boolean isGzip(byte first, byte second) {
    return ((first & 0xff) << 8 | (second & 0xff)) == GZIP_MAGIC;
  }

  private static FileException broken(Path file, IOException e) {
    return e instanceof ZipException || e instanceof EOFException
        ? FileException.unusable(file, "gzip data without damage", e.getMessage())
        : FileException.unreadable(file, e);
  }

  private static final class Entry implements Picture {
    private final Path file;
    private final String name;
    private final long index;
    private final Shape shape;
    private final byte[] bytes;

    Entry(Path file, String name, long index, Shape shape, byte[] bytes) {
      this.file = file;
      this.name = name;
      this.index = index;
      this.shape = shape;
      this.bytes = bytes;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String resultName() {
      return name + ".png";
    }

    @Override
    public long index() {
      return index;
    }

    @Override
    public ImageStack read(Optional<Shape> needed) {
      if (needed.isPresent() && !needed.get().equals(shape)) {
        throw InvalidInputException.of("images of " + file, "have shape " + needed.get(), shape);
      }
      float[] pixels = new float[bytes.length];
      for (int k = 0; k < pixels.length; k++) {
        pixels[k] = (bytes[k] & 0xff) / 255f;
      }
      return ImageStack.wrap(shape, pixels);
    }
  }
}
