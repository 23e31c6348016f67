package io.imagepriors.runtime.stream;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.picture.PictureWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * One file in MNIST's format, for the results of another. It grows under a name of its own, {@code
 * .NAME.part}, whose length says how many results are there, and gets its name when it is complete.
 */
public final class IdxSink implements PictureSink {
  private final Path file;
  private final IdxHeader header;
  private final RandomAccessFile part;
  private final long there;
  private final IdxFailures failures;
  private long written;

  private IdxSink(Path file, IdxHeader header, RandomAccessFile part, long there) {
    this.failures = IdxFailures.open(file, there);
    this.file = file;
    this.header = header;
    this.part = part;
    this.there = there;
    this.written = there;
  }

  /**
   * Begins a file, or goes on with one that a killed run has left.
   *
   * @param shape of the results
   * @throws FileException if it can't be written, another process is writing it, or its images have
   *     several channels
   */
  public static IdxSink open(Path file, IdxSource source, Shape shape) {
    if (shape.channels() != 1) {
      throw FileException.unusable(file, "images of one channel to write", shape);
    }
    IdxHeader header = new IdxHeader(source.count(), shape);
    if (Files.exists(file)) {
      return new IdxSink(file, header, null, header.count());
    }
    try {
      RandomAccessFile part = new RandomAccessFile(partOf(file).toFile(), "rw");
      lock(part, file);
      long there = Math.max(0, (part.length() - IdxHeader.LENGTH) / shape.size());
      part.setLength(header.offset(there));
      part.write(header.bytes());
      part.seek(header.offset(there));
      return new IdxSink(file, header, part, there);
    } catch (IOException e) {
      throw FileException.unwritable(file, e);
    }
  }

  /**
   * Deletes a file, finished or not.
   *
   * @throws FileException if it can't be deleted
   */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(partOf(file));
      Files.deleteIfExists(IdxFailures.beside(file));
    } catch (IOException e) {
      throw FileException.unwritable(file, e);
    }
  }

  /** Where an unfinished file lies. */
  static Path partOf(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  @Override
  public boolean has(Picture picture) {
    return picture.index() < there;
  }

  @Override
  public void write(Picture picture, Restoration restoration, int index) {
    ImageStack images = restoration.images();
    byte[] levels = new byte[header.shape().size()];
    for (int k = 0; k < levels.length; k++) {
      levels[k] = (byte) PictureWriter.level(images.pixels()[images.offset(index) + k]);
    }
    append(picture, levels);
  }

  /** Black: an image's place in the file is all that names it. */
  @Override
  public void fail(Picture picture, String reason) {
    failures.add(picture, reason);
    append(picture, new byte[header.shape().size()]);
  }

  @Override
  public List<Tally.Failure> failedBefore() {
    return failures.all();
  }

  private void append(Picture picture, byte[] levels) {
    if (picture.index() != written) {
      throw new IllegalStateException("result " + picture.index() + " after " + written);
    }
    try {
      part.write(levels);
      written++;
    } catch (IOException e) {
      throw FileException.unwritable(file, e);
    }
  }

  @Override
  public void finish() {
    if (part == null) {
      return;
    }
    close();
    try {
      Files.move(partOf(file), file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileException.unwritable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      if (part != null) {
        part.close();
      }
    } catch (IOException e) {
      throw FileException.unwritable(file, e);
    }
  }

  private static void lock(RandomAccessFile part, Path file) throws IOException {
    try {
      if (part.getChannel().tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      part.close(); // taken by this process
      throw taken(file);
    }
    part.close();
    throw taken(file);
  }

  private static FileException taken(Path file) {
    return FileException.unusable(file, "a file that nobody else writes", "another run at it");
  }
}
