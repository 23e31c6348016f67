package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.runtime.metric.Confidence;
import io.imagepriors.runtime.metric.Mean;
import java.util.stream.IntStream;

/**
 * A classifier that says of restored images whether they are still of their class. Immutable and
 * thread-safe.
 */
public final class Judge {
  private static final int IMAGES_AT_ONCE = 64;

  private final Candidate<Classifier> classifier;
  private final ClassifierModel model;
  private final int[] labels;
  private final Mean clean;

  private Judge(Candidate<Classifier> classifier, ClassifierModel model, LabelledImages images) {
    this.classifier = classifier;
    this.model = model;
    this.labels = IntStream.range(0, images.count()).map(i -> label(images, i)).toArray();
    this.clean = Mean.of(right(images.stack(0, images.count())));
  }

  /**
   * A judge of restored {@code images}.
   *
   * @throws InvalidInputException if the classifier is for images of another shape, or one of the
   *     images has no label
   */
  public static Judge of(Candidate<Classifier> classifier, LabelledImages images) {
    ClassifierModel model = classifier.plugin().bind(images.shape(), classifier.parameters());
    return new Judge(classifier, model, images);
  }

  /** What tables call the classifier. */
  public String label() {
    return classifier.label();
  }

  /** The share of the clean images whose class it finds: the most that restoring can reach. */
  public Mean clean() {
    return clean;
  }

  /** For each image 1 if its class was found, else 0; images in the order of the clean ones. */
  double[] right(ImageStack images) {
    double[] right = new double[images.count()];
    for (int from = 0; from < right.length; from += IMAGES_AT_ONCE) {
      int to = Math.min(right.length, from + IMAGES_AT_ONCE);
      float[] found = model.probabilities(images.slice(from, to));
      for (int i = from; i < to; i++) {
        right[i] = Confidence.choice(found, model.classes(), i - from) == labels[i] ? 1 : 0;
      }
    }
    return right;
  }

  /** Adds what it is, what it makes of some images, and what it takes for right. */
  void addTo(Fingerprint fingerprint, ImageStack probe) {
    fingerprint.add(classifier);
    for (float probability : model.probabilities(probe)) {
      fingerprint.add(Float.toHexString(probability));
    }
    for (int label : labels) {
      fingerprint.add(String.valueOf(label));
    }
  }

  private static int label(LabelledImages images, int index) {
    return images
        .label(index)
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "images for a classifier's judgement", "all have labels", images.origin()));
  }
}
