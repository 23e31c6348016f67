package io.imagepriors.runtime.file;

import io.imagepriors.api.FileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a file in one step: the content goes to a temporary file in the same folder, which is then
 * moved into place. A reader sees the old file or the new one; a failure leaves the old one.
 * Stateless and thread-safe.
 */
public final class AtomicFile {
  private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.(\\d{1,18})\\.part");

  private AtomicFile() {}

  /**
   * Writes bytes.
   *
   * @throws FileException if the folder is missing, not writable or full; nothing is left behind
   */
  public static void write(Path file, byte[] content) {
    Path temporary = sibling(file);
    try {
      Files.write(temporary, content);
      move(temporary, file);
    } catch (IOException e) {
      throw FileException.unwritable(file, e);
    } finally {
      discard(temporary);
    }
  }

  /** Writes text as UTF-8; as {@link #write(Path, byte[])} otherwise. */
  public static void write(Path file, String content) {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Checks, before anything is computed, that a file can be written: by making and removing its
   * temporary sibling.
   *
   * @throws FileException if it can't
   */
  public static void requireWritable(Path file) {
    Path temporary = sibling(file);
    try {
      if (Files.isDirectory(file)) {
        throw FileException.unusable(file, "a file to write", "a folder");
      }
      Files.write(temporary, new byte[0]);
    } catch (IOException e) {
      throw FileException.unwritable(file, e);
    } finally {
      discard(temporary);
    }
  }

  /**
   * Makes a folder where there is none, with its parents, and checks that files can be written in
   * it.
   *
   * @throws FileException if it can't be made or written
   */
  public static void requireFolder(Path folder) {
    try {
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new NotDirectoryException(folder.toString());
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FileException.unwritable(folder, e);
    }
    requireWritable(folder.resolve("results"));
  }

  /**
   * Deletes a file that is no longer needed; one that can't be deleted now goes with the process.
   */
  public static void delete(Path file) {
    discard(file);
  }

  /**
   * Deletes, in a folder and the folders in it, the temporary files of processes that have ended: a
   * killed one can't do so itself.
   *
   * @throws FileException if the folder can't be read
   */
  public static void deleteLeftovers(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(AtomicFile::isLeftover).forEach(AtomicFile::discard);
    } catch (IOException e) {
      throw FileException.unreadable(folder, e);
    } catch (UncheckedIOException e) {
      throw FileException.unreadable(folder, e.getCause());
    }
  }

  /** In a container, the killed process may have had this one's number. */
  private static boolean isLeftover(Path file) {
    Matcher name = TEMPORARY.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      return false;
    }
    long pid = Long.parseLong(name.group(1));
    return pid == ProcessHandle.current().pid()
        || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
  }

  private static Path sibling(Path file) {
    Path name = file.getFileName();
    if (name == null) {
      throw FileException.unusable(file, "a file to write", "a folder");
    }
    return file.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".part");
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The error that matters is the one that brought us here; a stray empty file is not.
      temporary.toFile().deleteOnExit();
    }
  }
}
