package io.imagepriors.runtime.command.models;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The images that a command looks at, picture files or part of a dataset, each with a name. */
final class Subjects {
  private static final int BATCH = 128;

  /** Works on some of the images. */
  interface Work {
    /**
     * Works on one batch.
     *
     * @param first the index of the batch's first image
     */
    void on(ImageStack batch, int first);
  }

  private final LabelledImages images;
  private final List<Path> files;

  private Subjects(LabelledImages images, List<Path> files) {
    this.images = images;
    this.files = files;
  }

  /**
   * The files that the user named, else the selected images.
   *
   * @param shape the size that files must have
   */
  static Subjects of(Invocation in, ImageSelection selection, Shape shape) {
    if (in.operands().isEmpty()) {
      return new Subjects(selection.load(in), List.of());
    }
    if (in.has(selection.split())) {
      throw new InvalidInputException("name files or a --split, not both");
    }
    List<Path> files = new ArrayList<>();
    in.operands().forEach(word -> files.add(path(word)));
    return new Subjects(new PictureFiles(files, shape), files);
  }

  /** All images of a collection. */
  static Subjects of(LabelledImages images) {
    return new Subjects(images, List.of());
  }

  Shape shape() {
    return images.shape();
  }

  int count() {
    return images.count();
  }

  /** The file, or the collection and the image's place in it. */
  String name(int index) {
    return files.isEmpty() ? images.origin() + " #" + index : files.get(index).toString();
  }

  OptionalInt label(int index) {
    return images.label(index);
  }

  /** Goes through all images in batches, as long as the user does not say stop. */
  void forEachBatch(Invocation in, Work work) {
    for (int first = 0; first < count(); first += BATCH) {
      in.requireNotCancelled();
      work.on(images.stack(first, Math.min(first + BATCH, count())), first);
    }
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new InvalidInputException("not a path: " + word, e);
    }
  }
}
