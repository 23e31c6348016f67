package io.imagepriors.datasets;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The embedded handwritten digits: the first 10,000 images of MNIST's training file, grey, 28 x 28,
 * with labels 0 to 9. The priors that ship with the product have never seen them.
 *
 * <p>The split is fixed, a {@link StratifiedSplit} with seed {@value #SEED} of {@link Random},
 * whose algorithm Java's specification pins down: {@code train} has 9,000 images; {@code test} has
 * 1,000, by class 100, 113, 99, 103, 98, 86, 102, 107, 94, 98. The first images of either are a
 * fair sample of all classes.
 *
 * <p>Each load reads the resources anew and keeps 8 MB. Thread-safe.
 */
final class DigitsDataset implements Dataset {
  /** The seed of the split; another seed is another dataset. */
  static final long SEED = 784L;

  /** The size of the test split. */
  static final int TEST_COUNT = 1_000;

  private static final String TRAIN = "train";
  private static final String TEST = "test";
  private static final String FOLDER = "digits/";
  private static final String IMAGES = "digits-images-idx3-ubyte.gz";
  private static final String LABELS = "digits-labels-idx1-ubyte.gz";

  private static final Descriptor DESCRIPTOR =
      Descriptor.of("digits", "10,000 handwritten digits of 28x28, embedded")
          .withFact("source", "MNIST, training images 0 to 9999")
          .withFact("authors", "Y. LeCun, C. Cortes, C. Burges")
          .withFact("licence", "CC BY-SA 3.0")
          .withFact("splits", "train 9,000 and test 1,000, stratified by class, seed " + SEED);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return List.of(TRAIN, TEST);
  }

  @Override
  public LabelledImages load(String split, Parameters parameters) {
    if (!splits().contains(split)) {
      throw InvalidInputException.unknown("split of 'digits'", split, splits());
    }
    LabelledImages all = all();
    int[] labels = IntStream.range(0, all.count()).map(i -> all.label(i).orElseThrow()).toArray();
    StratifiedSplit parts = StratifiedSplit.of(labels, TEST_COUNT, new Random(SEED));
    return new Selection(all, "digits " + split, split.equals(TEST) ? parts.test() : parts.train());
  }

  /** All images in the order of the resource: by class, within a class as MNIST has them. */
  static LabelledImages all() {
    return IdxImages.read("digits", resource(IMAGES), resource(LABELS));
  }

  private static IdxInput resource(String name) {
    InputStream content = DigitsDataset.class.getResourceAsStream(FOLDER + name);
    if (content == null) {
      throw new IllegalStateException("resource " + FOLDER + name + " is missing from the jar");
    }
    return IdxInput.of(Path.of(name), content);
  }
}
