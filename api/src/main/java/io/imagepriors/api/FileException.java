package io.imagepriors.api;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that can't be read, does not hold what its format demands, or can't be written. A reader
 * throws it before anything is allocated from sizes that the file claims; a writer leaves no part
 * of a file behind.
 */
public final class FileException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  private FileException(String message, Throwable cause) {
    super(message, cause);
  }

  private FileException(String message) {
    super(message);
  }

  /** A file whose content breaks its format, with the place where it does. */
  public static FileException malformed(Path file, long offset, String expected, Object found) {
    return new FileException(
        "file " + file + ": expected " + expected + " at offset " + offset + ", got " + found);
  }

  /** A file whose content is not usable, where no single offset is to blame. */
  public static FileException unusable(Path file, String expected, Object found) {
    return new FileException("file " + file + ": expected " + expected + ", got " + found);
  }

  /** A file that can't be opened or read. */
  public static FileException unreadable(Path file, IOException cause) {
    return new FileException("file " + file + " can't be read: " + reason(cause), cause);
  }

  /** A file that can't be created, written or moved into place. */
  public static FileException unwritable(Path file, IOException cause) {
    return new FileException("file " + file + " can't be written: " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    String kind =
        switch (cause.getClass().getSimpleName()) {
          case "NoSuchFileException", "FileNotFoundException" -> "no such file or folder";
          case "AccessDeniedException" -> "permission denied";
          case "NotDirectoryException" -> "not a folder";
          case "EOFException" -> "it ends too early";
          default -> null;
        };
    if (kind != null) {
      return kind;
    }
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
