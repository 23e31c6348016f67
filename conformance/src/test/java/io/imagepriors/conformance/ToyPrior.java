package io.imagepriors.conformance;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Interval;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A small right prior, {@code E(x) = a sum_k (x_k - m)^2 / (1 + (x_k - m)^2)}, with a latent space
 * of dimension 3; or the same with one fault.
 */
final class ToyPrior implements Prior {
  static final Shape SHAPE = new Shape(2, 6, 5);
  private static final int DIMENSION = 3;
  private static final Parameter<Double> AMOUNT =
      Parameter.real("amount", 1.5, Interval.openClosed(0, 10), "how much, without unit");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("toy", "a prior to test the checks with").with(AMOUNT);

  /** What is wrong with it. */
  enum Fault {
    NONE(""),
    NEW_PARAMETERS_EACH_TIME("descriptor"),
    IGNORES_FOREIGN_PARAMETERS("foreign-parameters"),
    CRASHES_ON_OTHER_SHAPES("other-shapes"),
    CRASHES_ON_A_VALUE("parameters"),
    SAYS_OTHER_SHAPE("shape"),
    GIVES_NAN("finite"),
    GIVES_NAN_FOR_BLACK("extremes"),
    MODIFIES_INPUT("buffers"),
    ADDS_TO_GRADIENT("buffers"),
    WRITES_TOO_MANY_VALUES("buffers"),
    RANDOM("repeatable"),
    MIXES_THE_BATCH("batch"),
    SHARES_A_BUFFER("threads"),
    OTHER_VALUES_ALONE("values"),
    NO_GRADIENT("gradient"),
    GRADIENT_TOO_LONG("gradient"),
    GRADIENT_WRONG_IN_ONE_PIXEL("gradient"),
    ACCEPTS_WRONG_SHAPE("wrong-sizes"),
    WRITES_BEFORE_IT_REFUSES("wrong-sizes"),
    THROWS_WHEN_SIZES_ARE_WRONG("wrong-sizes"),
    CODES_OUTSIDE_THE_CUBE("latent-cube"),
    WRONG_DECODER_DERIVATIVE("latent-derivative"),
    WRONG_PULL_BACK("latent-energy"),
    KNOWS_A_RESIDUAL_EXACTLY("residual-deviations"),
    WRONG_RESIDUAL_ADJOINT("residual-adjoint"),
    RESIDUALS_TOO_LARGE("residual-unit"),
    CRASHES_AFTER_CLOSE("close"),
    CRASHES_WHILE_CLOSING("close"),
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
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private final AtomicInteger counter = new AtomicInteger();
  private final float[] shared = new float[SHAPE.size()];
  private volatile float[] weights = {0.45f};

  ToyPrior(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Descriptor descriptor() {
    return fault == Fault.NEW_PARAMETERS_EACH_TIME
        ? Descriptor.of("toy", "x").with(Parameter.real("a", 1, Interval.closed(0, 1), "help"))
        : DESCRIPTOR;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public PriorModel bind(Shape shape, Parameters parameters) {
    if (!shape.equals(SHAPE)) {
      if (fault == Fault.CRASHES_ON_OTHER_SHAPES) {
        throw new ArrayIndexOutOfBoundsException(shape.size());
      }
      throw InvalidInputException.of("images for 'toy'", "have shape " + SHAPE, shape);
    }
    if (fault == Fault.IGNORES_FOREIGN_PARAMETERS || fault == Fault.NEW_PARAMETERS_EACH_TIME) {
      return new Model(1);
    }
    double amount = parameters.get(AMOUNT);
    if (fault == Fault.CRASHES_ON_A_VALUE && amount == 2) {
      throw new ArithmeticException("/ by zero");
    }
    guarded(() -> {});
    return new Model(amount);
  }

  @Override
  public void close() {
    if (fault == Fault.CRASHES_WHILE_CLOSING) {
      weights = new float[0];
      return;
    }
    if (weights.length == 0 && fault == Fault.CLOSES_ONCE_ONLY) {
      throw new IllegalStateException("closed twice");
    }
    lock.writeLock().lock();
    try {
      weights = fault == Fault.WORKS_AFTER_CLOSE ? weights : new float[0];
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Runs with the weights in place, or says that they are gone. */
  private void guarded(Runnable work) {
    lock.readLock().lock();
    try {
      boolean unguarded =
          fault == Fault.CRASHES_AFTER_CLOSE || fault == Fault.CRASHES_WHILE_CLOSING;
      if (weights.length == 0 && !unguarded) {
        throw WithdrawnException.of("toy");
      }
      work.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  private final class Model implements PriorModel {
    private final double amount;

    Model(double amount) {
      this.amount = amount;
    }

    @Override
    public Shape shape() {
      return fault == Fault.SAYS_OTHER_SHAPE ? Shape.grey(3, 3) : SHAPE;
    }

    @Override
    public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
      check(x, values, gradient);
      guarded(
          () -> {
            for (int i = 0; i < x.count(); i++) {
              values[i] = evaluate(x, i, gradient);
            }
          });
      if (fault == Fault.WRITES_TOO_MANY_VALUES && values.length > x.count()) {
        values[x.count()] = 0;
      }
      if (fault == Fault.MODIFIES_INPUT) {
        x.pixels()[3] += 0.1f;
      }
    }

    private void check(ImageStack x, double[] values, ImageStack gradient) {
      if (fault == Fault.ACCEPTS_WRONG_SHAPE) {
        return;
      }
      if (fault == Fault.WRITES_BEFORE_IT_REFUSES) {
        Arrays.fill(gradient.pixels(), 0);
      }
      if (fault == Fault.THROWS_WHEN_SIZES_ARE_WRONG && !x.shape().equals(SHAPE)) {
        throw new IllegalArgumentException("bad shape");
      }
      x.requireShape(SHAPE, "images");
      gradient.requireSameSize(x, "gradient");
      if (values.length < x.count()) {
        throw InvalidInputException.of("values", "hold " + x.count() + " numbers", values.length);
      }
    }

    @SuppressWarnings("ThreadPriorityCheck") // makes a rare fault frequent
    private double evaluate(ImageStack x, int image, ImageStack gradient) {
      float[] place = fault == Fault.SHARES_A_BUFFER ? shared : new float[SHAPE.size()];
      int at = x.offset(image);
      for (int k = 0; k < place.length; k++) {
        place[k] = x.pixels()[(at + k) % x.pixels().length] - weights[0];
      }
      if (fault == Fault.SHARES_A_BUFFER) {
        Thread.yield();
      }
      double sum = 0;
      for (int k = 0; k < place.length && at + k < gradient.pixels().length; k++) {
        double r = place[k];
        double slope = amount * 2 * r / ((1 + r * r) * (1 + r * r));
        sum += amount * r * r / (1 + r * r);
        gradient.pixels()[at + k] = (float) slope + disturbance(gradient, at + k, slope);
      }
      return sum + disturbance(x, image);
    }

    private float disturbance(ImageStack gradient, int k, double slope) {
      return switch (fault) {
        case NO_GRADIENT -> (float) -slope;
        case GRADIENT_TOO_LONG -> (float) (0.05 * slope);
        case GRADIENT_WRONG_IN_ONE_PIXEL -> k % SHAPE.size() == 7 ? (float) (-2 * slope) : 0f;
        case ADDS_TO_GRADIENT -> gradient.pixels()[k];
        default -> 0f;
      };
    }

    private double disturbance(ImageStack x, int image) {
      return switch (fault) {
        case GIVES_NAN -> Double.NaN;
        case GIVES_NAN_FOR_BLACK -> 0 * Math.log(x.pixels()[x.offset(image)]);
        case RANDOM -> 1e-12 * counter.incrementAndGet();
        case MIXES_THE_BATCH -> 0.01 * x.pixels()[0];
        default -> 0;
      };
    }

    @Override
    public double[] values(ImageStack x) {
      double[] values = PriorModel.super.values(x);
      if (fault == Fault.OTHER_VALUES_ALONE) {
        values[0] *= 1.001;
      }
      return values;
    }

    @Override
    public Optional<LatentSpace> latentSpace() {
      return Optional.of(new ToySpace(fault, DIMENSION));
    }

    @Override
    public Optional<ResidualLaw> residualLaw() {
      return Optional.of(new ToyResidualLaw(fault));
    }
  }
}
