package io.imagepriors.runtime.stream;

import io.imagepriors.api.FileException;
import io.imagepriors.api.Restoration;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.picture.PictureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of PNG files in the structure of their source. A result is there if its file is: files
 * appear whole or not at all.
 */
public final class FolderSink implements PictureSink {
  private final Path folder;

  private FolderSink(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder that exists; what killed processes have left half-written in it is deleted.
   *
   * @throws FileException if it can't be read
   */
  public static FolderSink open(Path folder) {
    AtomicFile.deleteLeftovers(folder);
    return new FolderSink(folder);
  }

  /**
   * Deletes the results that a source's pictures have here.
   *
   * @throws FileException if one can't be deleted
   */
  public void deleteResults(PictureSource source) {
    source.visit(
        picture -> {
          delete(file(picture));
          return true;
        });
  }

  @Override
  public boolean has(Picture picture) {
    return Files.exists(file(picture));
  }

  @Override
  public void write(Picture picture, Restoration restoration, int index) {
    Path file = file(picture);
    makeFolder(file.getParent());
    PictureWriter.write(restoration.images(), index, file);
  }

  /** There is no file then. */
  @Override
  public void fail(Picture picture, String reason) {}

  @Override
  public void finish() {}

  @Override
  public void close() {}

  private Path file(Picture picture) {
    return folder.resolve(picture.resultName());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileException.unwritable(file, e);
    }
  }

  private static void makeFolder(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
      }
    } catch (IOException e) {
      throw FileException.unwritable(path, e);
    }
  }
}
