package io.imagepriors.conformance;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Interval;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small right classifier of light and dark images, whose features are their mean and their first
 * value; or the same with one fault.
 */
final class ToyClassifier implements Classifier {
  static final Shape SHAPE = new Shape(2, 6, 5);
  private static final int FEATURES = 2;
  private static final Parameter<Double> SLOPE =
      Parameter.real("slope", 4, Interval.openClosed(0, 10), "how sure it is");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("toy", "a classifier to test the checks with").with(SLOPE);

  /** What is wrong with it. */
  enum Fault {
    NONE(""),
    ACCEPTS_SHAPES_IT_CANNOT_SERVE("other-shapes"),
    ONE_CLASS("sizes"),
    GIVES_NAN("finite"),
    MODIFIES_INPUT("buffers"),
    ADDS_TO_FEATURES("buffers"),
    RANDOM("repeatable"),
    MIXES_THE_BATCH("batch"),
    SHARES_A_BUFFER("threads"),
    SUM_IS_NOT_ONE("probabilities"),
    NEGATIVE_FOR_WHITE("probabilities"),
    OTHER_FEATURES_ALONE("apart"),
    WRITES_TOO_MANY_ROWS("longer-arrays"),
    ACCEPTS_WRONG_SHAPE("wrong-sizes"),
    WRITES_BEFORE_IT_REFUSES("wrong-sizes"),
    WORKS_AFTER_CLOSE("close"),
    CLOSES_ONCE_ONLY("close-twice");

    private final String caughtBy;

    Fault(String caughtBy) {
      this.caughtBy = caughtBy;
    }

    String caughtBy() {
      return caughtBy;
    }
  }

  private final Fault fault;
  private final AtomicInteger counter = new AtomicInteger();
  private final float[] shared = new float[FEATURES];
  private volatile boolean closed;

  ToyClassifier(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public ClassifierModel bind(Shape shape, Parameters parameters) {
    if (!shape.equals(SHAPE) && fault != Fault.ACCEPTS_SHAPES_IT_CANNOT_SERVE) {
      throw InvalidInputException.of("images for 'toy'", "have shape " + SHAPE, shape);
    }
    requireOpen();
    return new Model(parameters.get(SLOPE));
  }

  @Override
  public void close() {
    if (closed && fault == Fault.CLOSES_ONCE_ONLY) {
      throw new IllegalStateException("closed twice");
    }
    closed = true;
  }

  private void requireOpen() {
    if (closed && fault != Fault.WORKS_AFTER_CLOSE) {
      throw WithdrawnException.of("toy");
    }
  }

  private final class Model implements ClassifierModel {
    private final double slope;

    Model(double slope) {
      this.slope = slope;
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public int classes() {
      return fault == Fault.ONE_CLASS ? 1 : 2;
    }

    @Override
    public int features() {
      return FEATURES;
    }

    @Override
    public void classify(ImageStack x, float[] probabilities, float[] features) {
      check(x, probabilities, features);
      requireOpen();
      for (int i = 0; i < x.count(); i++) {
        describe(x, i, features);
        judge(features[i * FEATURES], i, probabilities);
      }
      if (fault == Fault.WRITES_TOO_MANY_ROWS && features.length > x.count() * FEATURES) {
        features[x.count() * FEATURES] = 0;
      }
      if (fault == Fault.MODIFIES_INPUT) {
        x.pixels()[3] += 0.1f;
      }
    }

    private void check(ImageStack x, float[] probabilities, float[] features) {
      if (fault == Fault.WRITES_BEFORE_IT_REFUSES) {
        Arrays.fill(probabilities, 0);
      }
      if (fault != Fault.ACCEPTS_WRONG_SHAPE) {
        x.requireShape(SHAPE, "images");
      }
      if (probabilities.length < x.count() * classes() || features.length < x.count() * FEATURES) {
        throw InvalidInputException.of("arrays", "have room", probabilities.length);
      }
    }

    @SuppressWarnings("ThreadPriorityCheck") // makes a rare fault frequent
    private void describe(ImageStack x, int image, float[] features) {
      float[] row = fault == Fault.SHARES_A_BUFFER ? shared : new float[FEATURES];
      int from = fault == Fault.MIXES_THE_BATCH ? 0 : x.offset(image);
      double sum = 0;
      for (int k = 0; k < x.shape().size(); k++) {
        sum += x.pixels()[from + k];
      }
      row[0] = (float) (sum / x.shape().size());
      row[1] = x.pixels()[from] + (fault == Fault.RANDOM ? counter.incrementAndGet() * 1e-3f : 0);
      if (fault == Fault.SHARES_A_BUFFER) {
        Thread.yield();
      }
      for (int f = 0; f < FEATURES; f++) {
        float before = fault == Fault.ADDS_TO_FEATURES ? features[image * FEATURES + f] : 0;
        features[image * FEATURES + f] = row[f] + before;
      }
    }

    private void judge(double mean, int image, float[] probabilities) {
      double light = 1 / (1 + Math.exp(-slope * (mean - 0.3)));
      float first =
          switch (fault) {
            case GIVES_NAN -> Float.NaN;
            case SUM_IS_NOT_ONE -> (float) (0.99 * light);
            case NEGATIVE_FOR_WHITE -> (float) (mean >= 1 ? -0.01 : light);
            default -> (float) light;
          };
      probabilities[image * classes()] = first;
      if (classes() > 1) {
        probabilities[image * classes() + 1] =
            fault == Fault.NEGATIVE_FOR_WHITE ? 1 - first : (float) (1 - light);
      }
    }

    @Override
    public float[] features(ImageStack x) {
      float[] features = ClassifierModel.super.features(x);
      features[0] += fault == Fault.OTHER_FEATURES_ALONE ? 0.01f : 0;
      return features;
    }
  }
}
