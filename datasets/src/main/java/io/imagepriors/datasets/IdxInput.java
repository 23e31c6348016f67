package io.imagepriors.datasets;

import io.imagepriors.api.FileException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file in IDX format, the format of MNIST, read front to back: two zero bytes, the type of the
 * elements (only unsigned bytes are known here), the number of dimensions, each dimension's size as
 * a big-endian 32-bit number, then the elements. Compression with gzip is recognised by content.
 *
 * <p>No buffer is ever larger than the bytes that are really there. Errors name the file and an
 * offset, which for a compressed file counts uncompressed bytes. For one thread.
 */
final class IdxInput implements AutoCloseable {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int UNSIGNED_BYTE = 0x08;
  private static final String END = "the end of the file";

  private final Path file;
  private final InputStream content;
  private final OptionalLong size;
  private long offset;

  private IdxInput(Path file, InputStream content, OptionalLong size) {
    this.file = file;
    this.content = content;
    this.size = size;
  }

  /**
   * Opens a file.
   *
   * @throws FileException if it can't be opened, or starts like gzip and is none
   */
  static IdxInput open(Path file) {
    try {
      long size = Files.size(file);
      return of(file, Files.newInputStream(file), OptionalLong.of(size));
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
  }

  /**
   * Reads a stream, which it owns from now on.
   *
   * @param name what errors should call it
   */
  static IdxInput of(Path name, InputStream content) {
    return of(name, content, OptionalLong.empty());
  }

  private static IdxInput of(Path name, InputStream raw, OptionalLong size) {
    InputStream buffered = new BufferedInputStream(raw, 1 << 16);
    try {
      buffered.mark(2);
      boolean compressed = (buffered.read() << 8 | buffered.read()) == GZIP_MAGIC;
      buffered.reset();
      return compressed
          ? new IdxInput(name, new GZIPInputStream(buffered, 1 << 16), OptionalLong.empty())
          : new IdxInput(name, buffered, size);
    } catch (IOException e) {
      FileException error =
          e instanceof ZipException || e instanceof EOFException
              ? FileException.malformed(name, 0, "gzip data", reason(e))
              : FileException.unreadable(name, e);
      try {
        buffered.close();
      } catch (IOException suppressed) {
        error.addSuppressed(suppressed);
      }
      throw error;
    }
  }

  /** The name of this file in errors. */
  Path file() {
    return file;
  }

  /**
   * Reads the header.
   *
   * @param dimensions the number of dimensions there must be
   * @return their sizes, each at least 1
   * @throws FileException if it is no IDX header, or one of other elements or dimensions
   */
  int[] header(int dimensions) {
    byte[] magic = bytes(4, "an IDX header");
    require(magic[0] == 0 && magic[1] == 0, 0, "two zero bytes", hex(magic[0]) + hex(magic[1]));
    require(magic[2] == UNSIGNED_BYTE, 2, "type 08 (unsigned bytes)", "type " + hex(magic[2]));
    require(magic[3] == dimensions, 3, dimensions + " dimension(s)", magic[3] & 0xff);
    int[] sizes = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      sizes[i] = ByteBuffer.wrap(bytes(4, "the size of dimension " + i)).getInt();
      require(
          sizes[i] > 0,
          offset - 4,
          "a size of dimension " + i + " in [1, " + Integer.MAX_VALUE + "]",
          Integer.toUnsignedString(sizes[i]));
    }
    return sizes;
  }

  /**
   * Requires that as many bytes as the header claims can follow: exactly so many where the file's
   * length is known, and never more than this process could hold.
   */
  void requireRest(long claimed) {
    if (size.isPresent()) {
      long rest = size.getAsLong() - offset;
      require(rest >= claimed, offset, claimed + " bytes of data", rest + " bytes");
      require(rest == claimed, offset + claimed, END, rest - claimed + " more bytes");
    }
    long heap = Runtime.getRuntime().maxMemory();
    String rule = "sizes that fit this process's memory of " + heap + " bytes";
    require(claimed <= heap, 4, rule, claimed + " bytes");
  }

  /**
   * Reads exactly so many bytes; memory grows with what is there, not with {@code count}.
   *
   * @param expected what they are, for the error if there are fewer
   */
  byte[] bytes(int count, String expected) {
    try {
      byte[] bytes = content.readNBytes(count);
      offset += bytes.length;
      require(bytes.length == count, offset, expected, END);
      return bytes;
    } catch (IOException e) {
      throw broken(expected, e);
    }
  }

  /**
   * Requires the end of the file.
   *
   * @throws FileException if more bytes follow, or compressed data are damaged
   */
  void end() {
    try {
      require(content.read() < 0, offset, END, "more bytes");
    } catch (IOException e) {
      throw broken(END, e);
    }
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
  }

  private void require(boolean holds, long at, String expected, Object found) {
    if (!holds) {
      throw FileException.malformed(file, at, expected, found);
    }
  }

  private FileException broken(String expected, IOException e) {
    return e instanceof EOFException || e instanceof ZipException
        ? FileException.malformed(file, offset, expected, "damaged gzip data: " + reason(e))
        : FileException.unreadable(file, e);
  }

  private static String reason(IOException e) {
    return e instanceof EOFException ? "it ends too early" : String.valueOf(e.getMessage());
  }

  private static String hex(byte value) {
    return String.format("%02x", value);
  }
}
