package io.imagepriors.datasets;

import io.imagepriors.api.FileException;
import io.imagepriors.api.LabelledImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pair of files that make one split of a data set in MNIST's format. Each may have {@code .}
 * for {@code -} before {@code idx}, and may be gzipped and so named; the plain name comes first if
 * several are there.
 */
enum MnistFiles {
  /** Training images. */
  TRAIN("train"),
  /** Test images, which MNIST calls t10k. */
  TEST("t10k");

  private final String prefix;

  MnistFiles(String prefix) {
    this.prefix = prefix;
  }

  /** The base name of the image file. */
  String images() {
    return prefix + "-images-idx3-ubyte";
  }

  /** The base name of the label file. */
  String labels() {
    return prefix + "-labels-idx1-ubyte";
  }

  /** Whether a folder has the images; labels are optional. */
  boolean areIn(Path folder) {
    return find(folder, images()).isPresent();
  }

  /**
   * Reads the images, and the labels if there are any.
   *
   * @throws FileException if a file is missing, can't be read or breaks the format
   */
  LabelledImages read(Path folder, String origin) {
    Path images =
        find(folder, images())
            .orElseThrow(
                () -> FileException.unusable(folder, images() + "[.gz] in this folder", "none"));
    Optional<Path> labels = find(folder, labels());
    try (IdxInput pixels = IdxInput.open(images)) {
      return labels.isPresent()
          ? IdxImages.read(origin, pixels, IdxInput.open(labels.get()))
          : IdxImages.read(origin, pixels);
    }
  }

  private static Optional<Path> find(Path folder, String name) {
    List<String> names = List.of(name, name.replace("-idx", ".idx"));
    return names.stream()
        .flatMap(n -> Stream.of(n, n + ".gz"))
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst();
  }
}
