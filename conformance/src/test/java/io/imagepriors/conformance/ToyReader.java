package io.imagepriors.conformance;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Energy;
import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens {@link ToyModelFile}s, {@code E(x) = ||x - mean||²}; or the same with one fault. */
final class ToyReader implements PriorReader {
  private static final Descriptor DESCRIPTOR = Descriptor.of("toy-reader", "opens toy models");
  private static final Descriptor OPENED = Descriptor.of("toy-mean", "a mean image");

  /** What is wrong with it. */
  enum Fault {
    NONE(""),
    ACCEPTS_ANY_NAME("accepts"),
    LOOKS_INTO_THE_FILE("accepts"),
    GIVES_NAN("opens"),
    WRITES_INTO_THE_FILE("untouched"),
    LEAVES_A_FILE("untouched"),
    RANDOM("repeatable"),
    PRIORS_SHARE_THEIR_FATE("independent"),
    SHARES_A_BUFFER("threads"),
    CRASHES_WITHOUT_FILE("no-file"),
    ACCEPTS_NOTHING_AS_BLACK("empty"),
    NAMES_NO_FILE("rubbish"),
    ACCEPTS_HALF_A_FILE("truncated"),
    CRASHES_ON_DAMAGE("damaged"),
    PRIOR_WORKS_AFTER_CLOSE("prior-close"),
    PRIOR_CLOSES_ONCE_ONLY("prior-close-twice"),
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
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean sharedFate = new AtomicBoolean();
  private volatile float[] shared;

  ToyReader(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean accepts(Path file) {
    return switch (fault) {
      case ACCEPTS_ANY_NAME -> true;
      case LOOKS_INTO_THE_FILE -> Files.exists(file);
      default -> file.toString().endsWith(".onnx");
    };
  }

  @Override
  public void close() {
    if (closed.getAndSet(true) && fault == Fault.CLOSES_ONCE_ONLY) {
      throw new IllegalStateException("closed twice");
    }
  }

  @Override
  @SuppressWarnings("ThreadPriorityCheck") // makes a rare fault frequent
  public Prior open(Path file) {
    if (closed.get() && fault != Fault.WORKS_AFTER_CLOSE) {
      throw WithdrawnException.of(name());
    }
    ToyModelFile model = read(file);
    shared = model.mean();
    if (fault == Fault.SHARES_A_BUFFER) {
      shared[0] += 1;
      Thread.yield();
      shared[0] -= 1;
    }
    meddle(file);
    float[] mean = model.mean().clone();
    mean[0] += fault == Fault.RANDOM ? opened.incrementAndGet() : 0;
    mean[0] = fault == Fault.GIVES_NAN ? Float.NaN : mean[0];
    AtomicBoolean fate = fault == Fault.PRIORS_SHARE_THEIR_FATE ? sharedFate : new AtomicBoolean();
    return new Mean(model.shape(), mean, fate);
  }

  private ToyModelFile read(Path file) {
    boolean lenient = fault == Fault.ACCEPTS_HALF_A_FILE && size(file) > 0;
    try {
      ToyModelFile model = ToyModelFile.read(file);
      if (fault == Fault.SHARES_A_BUFFER && shared != null) {
        return ToyModelFile.of(model.shape(), shared);
      }
      return model;
    } catch (FileException e) {
      if (lenient || (fault == Fault.ACCEPTS_NOTHING_AS_BLACK && size(file) == 0)) {
        return ToyModelFile.of(Shape.grey(1, 1), new float[1]);
      }
      if (fault == Fault.NAMES_NO_FILE) {
        throw new InvalidInputException("bad model", e);
      }
      boolean crashes =
          fault == Fault.CRASHES_WITHOUT_FILE ? !Files.exists(file) : e.getCause() == null;
      if (crashes && (fault == Fault.CRASHES_WITHOUT_FILE || fault == Fault.CRASHES_ON_DAMAGE)) {
        throw new IllegalStateException(e);
      }
      throw e;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }

  private void meddle(Path file) {
    try {
      if (fault == Fault.WRITES_INTO_THE_FILE) {
        Files.write(file, new byte[1], StandardOpenOption.APPEND);
      }
      if (fault == Fault.LEAVES_A_FILE) {
        Files.write(file.resolveSibling("cache"), new byte[1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Mean implements Prior {
    private final Shape shape;
    private final float[] mean;
    private final AtomicBoolean gone;
    private boolean closedBefore;

    Mean(Shape shape, float[] mean, AtomicBoolean gone) {
      this.shape = shape;
      this.mean = mean;
      this.gone = gone;
    }

    @Override
    public Descriptor descriptor() {
      return OPENED;
    }

    @Override
    public Shape shape() {
      return shape;
    }

    @Override
    public PriorModel bind(Shape wanted, Parameters parameters) {
      if (!wanted.equals(shape)) {
        throw InvalidInputException.of("images for 'toy-mean'", "have shape " + shape, wanted);
      }
      Energy distance = Energy.ofSingle(shape, this::distance);
      return new PriorModel() {
        @Override
        public Shape shape() {
          return shape;
        }

        @Override
        public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
          if (gone.get() && fault != Fault.PRIOR_WORKS_AFTER_CLOSE) {
            throw WithdrawnException.of("toy-mean");
          }
          distance.valueAndGradient(x, values, gradient);
        }
      };
    }

    private double distance(float[] x, float[] gradient) {
      double sum = 0;
      for (int k = 0; k < x.length; k++) {
        float difference = x[k] - mean[k];
        gradient[k] = 2 * difference;
        sum += difference * difference;
      }
      return sum;
    }

    @Override
    public synchronized void close() {
      gone.set(true);
      if (closedBefore && fault == Fault.PRIOR_CLOSES_ONCE_ONLY) {
        throw new IllegalStateException("closed twice");
      }
      closedBefore = true;
    }
  }
}
