package io.imagepriors.autoencoder.export;

import io.imagepriors.api.FileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that it appears whole or not at all, even if the machine stops meanwhile. */
final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes beside the file, forces the bytes to the disk and moves them into place.
   *
   * @throws FileException if that fails; what was there before stays, nothing else is left behind
   */
  static void write(Path file, byte[] bytes) {
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    try {
      try {
        force(part, bytes);
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

  private static void force(Path part, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
