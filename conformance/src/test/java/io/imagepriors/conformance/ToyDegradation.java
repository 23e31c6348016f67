package io.imagepriors.conformance;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * A small right degradation: each pixel plus half of its left neighbour, but nothing of the first
 * row; or the same with one fault.
 */
final class ToyDegradation implements Degradation {
  private static final Parameter<Double> SIGMA =
      Parameter.real("sigma", 0.2, Interval.openClosed(0, 10), "deviation of the noise");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("toy-smear", "a degradation to test the checks with").with(SIGMA);

  /** What is wrong with it. */
  enum Fault {
    NONE(""),
    IGNORES_FOREIGN_PARAMETERS("foreign-parameters"),
    CRASHES_ON_A_VALUE("parameters"),
    CRASHES_ON_A_SINGLE_PIXEL("other-shapes"),
    GIVES_NAN("finite"),
    MIXES_THE_BATCH("batch"),
    WORKS_AFTER_CLOSE("close"),
    CLOSES_ONCE_ONLY("close-twice"),
    NO_NOISE("shape"),
    FORGETS_TO_OVERWRITE("buffers"),
    MODIFIES_INPUT("buffers"),
    RANDOM("repeatable"),
    SHARES_A_BUFFER("threads"),
    ADJOINT_IS_FORWARD("adjoint"),
    ADJOINT_WRONG_AT_THE_BORDER("adjoint"),
    SQUARES_WITH_WRONG_DERIVATIVE("adjoint"),
    ACCEPTS_WRONG_SHAPE("wrong-sizes"),
    IGNORES_THE_SEED("sample-repeatable"),
    NOISE_TOO_LOUD("noise"),
    NOISE_NOT_WHITE("noise"),
    OBSERVED_TOO_MUCH("observed"),
    OBSERVED_TOO_LITTLE("observed"),
    OBSERVED_IS_SHARED("observed"),
    MEASURED_TOO_MUCH("noise"),
    MEASURED_TOO_LITTLE("measured"),
    MEASURED_IS_SHARED("measured"),
    FIRST_ESTIMATE_OUT_OF_RANGE("first-estimate"),
    LIKELIHOOD_OFF_AT_THE_TRUTH("likelihood-truth"),
    LIKELIHOOD_TWICE_TOO_STRONG("likelihood-formula"),
    LIKELIHOOD_GRADIENT_WRONG("likelihood-gradient"),
    LIKELIHOOD_KEEPS_THE_CALLERS_BUFFER("likelihood-own-data");

    private final String caughtBy;

    Fault(String caughtBy) {
      this.caughtBy = caughtBy;
    }

    String caughtBy() {
      return caughtBy;
    }
  }

  private final Fault fault;
  private final AtomicInteger closed = new AtomicInteger();

  ToyDegradation(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ForwardModel bind(Shape clean, Parameters parameters) {
    if (closed.get() > 0 && fault != Fault.WORKS_AFTER_CLOSE) {
      throw WithdrawnException.of(name());
    }
    if (fault == Fault.IGNORES_FOREIGN_PARAMETERS) {
      return new Model(clean, 1);
    }
    double sigma = parameters.get(SIGMA);
    boolean crashes =
        (fault == Fault.CRASHES_ON_A_VALUE && sigma == 2)
            || (fault == Fault.CRASHES_ON_A_SINGLE_PIXEL && clean.size() == 1);
    if (crashes) {
      throw new ArithmeticException("/ by zero");
    }
    return new Model(clean, sigma);
  }

  @Override
  public void close() {
    if (closed.incrementAndGet() > 1 && fault == Fault.CLOSES_ONCE_ONLY) {
      throw new IllegalStateException("closed twice");
    }
  }

  private final class Model implements ForwardModel {
    private final Shape shape;
    private final double sigma;
    private final AtomicInteger counter = new AtomicInteger();
    private final float[] shared;
    private final ImageStack seen;

    Model(Shape shape, double sigma) {
      this.shape = shape;
      this.sigma = sigma;
      this.shared = new float[shape.size()];
      this.seen = ImageStack.zeros(1, shape);
      for (int k = 0; k < shape.size(); k++) {
        seen.pixels()[k] = isHidden(k) ? 0 : 1;
      }
    }

    private boolean isHidden(int pixel) {
      return pixel % (shape.height() * shape.width()) < shape.width();
    }

    @Override
    public Shape clean() {
      return shape;
    }

    @Override
    public double sigma() {
      return fault == Fault.NO_NOISE ? 0 : sigma;
    }

    @Override
    public void apply(ImageStack x, ImageStack y) {
      if (closed.get() > 0 && fault != Fault.WORKS_AFTER_CLOSE) {
        throw WithdrawnException.of(name());
      }
      if (fault != Fault.ACCEPTS_WRONG_SHAPE) {
        x.requireShape(shape, "images");
        y.requireSameSize(x, "degraded images");
      }
      for (int i = 0; i < Math.min(x.pixels().length, y.pixels().length); i++) {
        int k = i % shape.size();
        float value = 0;
        if (!isHidden(k)) {
          value = x.pixels()[i] + (k % shape.width() == 0 ? 0 : 0.5f * x.pixels()[i - 1]);
        } else if (fault == Fault.FORGETS_TO_OVERWRITE) {
          continue;
        }
        y.pixels()[i] = disturbed(value, k) + mixed(x);
      }
      if (fault == Fault.MODIFIES_INPUT) {
        x.pixels()[0] = 0.3f;
      }
    }

    private float disturbed(float value, int pixel) {
      return switch (fault) {
        case SQUARES_WITH_WRONG_DERIVATIVE -> value * value;
        case GIVES_NAN -> Float.NaN;
        case RANDOM -> value + counter.incrementAndGet() * 1e-6f;
        case SHARES_A_BUFFER -> throughSharedBuffer(value, pixel);
        default -> value;
      };
    }

    private float mixed(ImageStack x) {
      return fault == Fault.MIXES_THE_BATCH ? 0.01f * x.pixels()[0] : 0;
    }

    @SuppressWarnings("ThreadPriorityCheck") // makes a rare fault frequent
    private float throughSharedBuffer(float value, int pixel) {
      shared[pixel] = value;
      if (pixel % 64 == 0) {
        Thread.yield();
      }
      return shared[pixel];
    }

    @Override
    public void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
      x.requireShape(shape, "images");
      cotangent.requireSameSize(x, "cotangent");
      gradient.requireSameSize(x, "gradient");
      if (fault == Fault.ADJOINT_IS_FORWARD) {
        apply(cotangent, gradient);
        return;
      }
      float[] w = cotangent.pixels();
      boolean last = fault == Fault.ADJOINT_WRONG_AT_THE_BORDER;
      for (int i = 0; i < w.length; i++) {
        int k = i % shape.size();
        boolean atBorder = (k + 1) % shape.width() == 0 && !(last && i + 1 < w.length);
        gradient.pixels()[i] = isHidden(k) ? 0 : w[i] + (atBorder ? 0 : 0.5f * w[i + 1]);
      }
    }

    @Override
    public ImageStack sample(ImageStack x, RandomGenerator random) {
      ImageStack y = ImageStack.zeros(x.count(), shape);
      apply(x, y);
      RandomGenerator source = fault == Fault.IGNORES_THE_SEED ? new java.util.Random(1) : random;
      double loudness = fault == Fault.NOISE_TOO_LOUD ? 1.1 * sigma : sigma;
      double previous = 0;
      for (int i = 0; i < y.pixels().length; i++) {
        double noise = source.nextGaussian();
        double shown = fault == Fault.NOISE_NOT_WHITE ? Math.sqrt(0.5) * (noise + previous) : noise;
        y.pixels()[i] += isHidden(i % shape.size()) ? 0 : (float) (loudness * shown);
        previous = noise;
      }
      return y;
    }

    @Override
    public Optional<ImageStack> observed() {
      ImageStack result = fault == Fault.OBSERVED_IS_SHARED ? seen : seen.copy();
      if (fault == Fault.OBSERVED_TOO_MUCH) {
        Arrays.fill(result.pixels(), 1);
      }
      if (fault == Fault.OBSERVED_TOO_LITTLE) {
        Arrays.fill(result.pixels(), 0, shape.size() / 2, 0);
      }
      return Optional.of(result);
    }

    @Override
    public Optional<ImageStack> measured() {
      ImageStack result = fault == Fault.MEASURED_IS_SHARED ? seen : seen.copy();
      if (fault == Fault.MEASURED_TOO_MUCH) {
        Arrays.fill(result.pixels(), 1);
      }
      if (fault == Fault.MEASURED_TOO_LITTLE) {
        Arrays.fill(result.pixels(), 0, shape.size() / 2, 0);
      }
      return Optional.of(result);
    }

    @Override
    public ImageStack firstEstimate(ImageStack y) {
      y.requireShape(shape, "degraded images");
      if (fault == Fault.FIRST_ESTIMATE_OUT_OF_RANGE) {
        return y.copy();
      }
      return ForwardModel.super.firstEstimate(y);
    }

    @Override
    public Energy likelihood(ImageStack y) {
      Energy right = ForwardModel.super.likelihood(y);
      return fault.name().startsWith("LIKELIHOOD") ? new WrongLikelihood(right, y) : right;
    }

    /** A likelihood with one of the faults. */
    private final class WrongLikelihood implements Energy {
      private final Energy right;
      private final ImageStack y;

      WrongLikelihood(Energy right, ImageStack y) {
        this.right = right;
        this.y = y;
      }

      @Override
      public Shape shape() {
        return shape;
      }

      @Override
      public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
        right.valueAndGradient(x, values, gradient);
        for (int i = 0; i < x.count(); i++) {
          values[i] =
              switch (fault) {
                case LIKELIHOOD_OFF_AT_THE_TRUTH -> values[i] + 1;
                case LIKELIHOOD_TWICE_TOO_STRONG -> 2 * values[i];
                case LIKELIHOOD_KEEPS_THE_CALLERS_BUFFER -> values[i] + y.pixels()[0];
                default -> values[i];
              };
        }
        if (fault == Fault.LIKELIHOOD_GRADIENT_WRONG) {
          for (int i = 0; i < gradient.pixels().length; i++) {
            gradient.pixels()[i] *= 2;
          }
        }
      }
    }
  }
}
