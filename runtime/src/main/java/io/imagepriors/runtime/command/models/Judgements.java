package io.imagepriors.runtime.command.models;

import io.imagepriors.api.ClassifierModel;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.metric.Confidence;
import io.imagepriors.runtime.metric.Mean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a classifier says of images, image by image. */
final class Judgements {
  private final int classes;
  private final float[] probabilities;

  private Judgements(int classes, float[] probabilities) {
    this.classes = classes;
    this.probabilities = probabilities;
  }

  /** Evaluates all images, as long as the user does not say stop. */
  static Judgements of(Invocation in, ClassifierModel model, Subjects subjects) {
    int classes = model.classes();
    float[] probabilities = new float[Math.multiplyExact(subjects.count(), classes)];
    subjects.forEachBatch(
        in,
        (batch, first) -> {
          float[] found = model.probabilities(batch);
          System.arraycopy(found, 0, probabilities, first * classes, found.length);
        });
    return new Judgements(classes, probabilities);
  }

  /** The most probable class of an image. */
  int found(int index) {
    return Confidence.choice(probabilities, classes, index);
  }

  /** Its probability. */
  double confidence(int index) {
    return Confidence.of(probabilities, classes, index);
  }

  /** The probability of each class. */
  List<Float> probabilities(int index) {
    List<Float> row = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      row.add(probabilities[index * classes + c]);
    }
    return row;
  }

  Mean meanConfidence() {
    return Confidence.mean(probabilities, classes);
  }

  /** The share of labelled images whose class was found; empty without labels. */
  Optional<Mean> accuracy(Subjects subjects) {
    double[] right =
        IntStream.range(0, subjects.count())
            .filter(i -> subjects.label(i).isPresent())
            .mapToDouble(i -> subjects.label(i).getAsInt() == found(i) ? 1 : 0)
            .toArray();
    return right.length == 0 ? Optional.empty() : Optional.of(Mean.of(right));
  }
}
