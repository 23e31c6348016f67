package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.stream.FolderSink;
import io.imagepriors.runtime.stream.IdxSink;
import io.imagepriors.runtime.stream.IdxSource;
import io.imagepriors.runtime.stream.Manifest;
import io.imagepriors.runtime.stream.PictureSink;
import io.imagepriors.runtime.stream.PictureSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the results of many pictures go: a folder, or a file in MNIST's format for those of
 * another. A manifest lies there that says by what settings they were made.
 *
 * @param in where the pictures are
 * @param out what the user named
 * @param overwrite whether results of an earlier run shall go
 */
record ResultPlace(Path in, Path out, boolean overwrite) {
  private static final String MANIFEST = "restore.json";

  /** Whether a name is that of a file in MNIST's format. */
  static boolean isIdx(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".idx") || name.endsWith("-ubyte") || name.matches(".*\\.idx\\d");
  }

  /**
   * Opens a folder of results.
   *
   * @param settings of this run
   * @throws InvalidInputException if the folder can't be used, holds something else, or results of
   *     other settings
   */
  PictureSink folder(PictureSource source, Map<String, String> settings) {
    AtomicFile.requireFolder(out);
    requireApart();
    Manifest manifest = new Manifest(out.resolve(MANIFEST));
    if (overwrite) {
      FolderSink.open(out).deleteResults(source);
    } else if (!manifest.exists()) {
      requireEmpty();
    }
    settle(manifest, settings);
    return FolderSink.open(out);
  }

  /** Opens a file for the results of another one; as {@link #folder} otherwise. */
  PictureSink file(IdxSource source, Shape shape, Map<String, String> settings) {
    AtomicFile.requireWritable(out);
    Manifest manifest = new Manifest(out.resolveSibling(out.getFileName() + "." + MANIFEST));
    if (!overwrite && !manifest.exists() && Files.exists(out)) {
      throw FileException.unusable(
          out, "no file yet, or one that an earlier run has made, or --overwrite", "another file");
    }
    if (overwrite || !manifest.exists()) {
      IdxSink.delete(out);
    }
    settle(manifest, settings);
    return IdxSink.open(out, source, shape);
  }

  /** Results that an overwriting run has deleted must be gone before the old settings are. */
  private void settle(Manifest manifest, Map<String, String> settings) {
    if (manifest.exists() && !overwrite) {
      manifest.require(settings);
    } else {
      manifest.write(settings);
    }
  }

  private void requireEmpty() {
    try (Stream<Path> files = Files.list(out)) {
      files
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .findFirst()
          .ifPresent(
              file -> {
                throw FileException.unusable(
                    out,
                    "an empty folder, or that of an earlier run, or --overwrite",
                    file.getFileName());
              });
    } catch (IOException e) {
      throw FileException.unreadable(out, e);
    }
  }

  private void requireApart() {
    try {
      Path from = in.toRealPath();
      Path to = out.toRealPath();
      if (Files.isDirectory(from) && (from.startsWith(to) || to.startsWith(from))) {
        throw InvalidInputException.of(
            "option --out", "name a folder outside of --in, which is not inside of it either", out);
      }
    } catch (IOException e) {
      throw FileException.unreadable(in, e);
    }
  }
}
