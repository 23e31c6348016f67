package io.imagepriors.autoencoder.file;

import io.imagepriors.api.FileException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file so that it appears whole or not at all, even if the machine stops meanwhile or the
 * thread is interrupted.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes what a file shall hold. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; the stream is closed by the caller. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /**
   * Writes beside the file, forces the bytes to the disk and moves them into place.
   *
   * @throws FileException if that fails; what was there before stays, nothing else is left behind
   */
  public static void write(Path file, Content content) {
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    try {
      try {
        force(part, content);
        Files.move(
            part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw FileException.unwritable(file, plain(e));
    }
  }

  /** Without the name of the part file, which would puzzle people. */
  private static IOException plain(IOException e) {
    boolean named = e instanceof FileSystemException error && error.getReason() != null;
    return named ? new IOException(((FileSystemException) e).getReason(), e) : e;
  }

  /** Not by a channel: an interrupt, which asks a training to stop, would close it. */
  private static void force(Path part, Content content) throws IOException {
    try (FileOutputStream stream = new FileOutputStream(part.toFile())) {
      content.writeTo(stream);
      stream.getFD().sync();
    }
  }
}
