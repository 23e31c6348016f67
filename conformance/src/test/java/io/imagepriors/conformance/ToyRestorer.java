package io.imagepriors.conformance;

import static java.util.Objects.requireNonNull;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Progress;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Uncertainty;
import io.imagepriors.api.WithdrawnException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Plain gradient descent, a small right restorer; or the same with one fault. */
final class ToyRestorer implements Restorer {
  private static final float STEP_SIZE = 0.002f;
  private static final Parameter<Integer> STEPS =
      Parameter.integer("steps", 20, 1, 1000, "gradient steps");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("toy-descent", "a restorer to test the checks with").with(STEPS);

  /** What is wrong with it; needing codes is not wrong. */
  enum Fault {
    NONE(""),
    NEEDS_CODES(""),
    VALUES_OUT_OF_RANGE("result"),
    SAYS_CANCELLED("result"),
    OBJECTIVE_NOT_FINITE("result"),
    MODIFIES_INPUT("buffers"),
    RETURNS_ITS_INPUT("buffers"),
    RANDOM("repeatable"),
    DEVIATION_BELOW_ZERO("uncertainty"),
    DRAWS_OUT_OF_RANGE("uncertainty"),
    RANDOM_DRAWS("uncertainty-repeatable"),
    LOOKS_AT_NEIGHBOURS("one-by-one"),
    SILENT("monitor"),
    COUNTS_BACKWARDS("monitor"),
    MONITORS_ON_ANOTHER_THREAD("monitor"),
    SHARES_A_BUFFER("threads"),
    ACCEPTS_WRONG_SHAPE("wrong-sizes"),
    REFUSES_TOO_LATE("wrong-sizes"),
    CASTS_THE_PRIOR("no-latent-space"),
    IGNORES_CANCELLATION("cancel-early"),
    SAYS_COMPLETED_WHEN_CANCELLED("cancel-midway"),
    CANCELS_SLOWLY("cancel-midway"),
    IGNORES_INTERRUPT("interrupt"),
    CLEARS_INTERRUPT("interrupt"),
    LOSES_ITS_ESTIMATE("prior-withdrawn"),
    SWALLOWS_WITHDRAWAL("prior-withdrawn"),
    IGNORES_FOREIGN_PARAMETERS("foreign-parameters"),
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
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private volatile ImageStack shared;

  ToyRestorer(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void close() {
    if (closed.incrementAndGet() > 1 && fault == Fault.CLOSES_ONCE_ONLY) {
      throw new IllegalStateException("closed twice");
    }
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor) {
    if (closed.get() > 0 && fault != Fault.WORKS_AFTER_CLOSE) {
      throw WithdrawnException.of(name());
    }
    int steps = fault == Fault.IGNORES_FOREIGN_PARAMETERS ? 20 : parameters.get(STEPS);
    if (fault == Fault.ACCEPTS_WRONG_SHAPE && !y.shape().equals(model.degraded())) {
      return finished(ImageStack.zeros(y.count(), model.clean()), Outcome.COMPLETED, 0);
    }
    if (fault == Fault.REFUSES_TOO_LATE) {
      monitor.step(new Progress("start", 1, 2, 0, 0));
    }
    if (fault == Fault.CASTS_THE_PRIOR) {
      requireNonNull((WatchedPrior) prior);
    }
    y.requireShape(model.degraded(), "degraded images");
    if (fault == Fault.NEEDS_CODES && prior.latentSpace().isEmpty()) {
      throw InvalidInputException.of("prior", "have a latent space", "one without");
    }
    if (!prior.shape().equals(model.clean())) {
      throw InvalidInputException.of("prior", "have shape " + model.clean(), prior.shape());
    }
    return descend(y, model, prior, monitor, steps);
  }

  private Restoration descend(
      ImageStack y, ForwardModel model, PriorModel prior, Monitor monitor, int steps) {
    Energy likelihood = model.likelihood(y);
    ImageStack x = model.firstEstimate(y);
    if (fault == Fault.SHARES_A_BUFFER) {
      shared = x;
    }
    ImageStack slope = x.like();
    ImageStack pull = x.like();
    double[] values = new double[x.count()];
    for (int step = 1; step <= steps; step++) {
      ImageStack at = fault == Fault.SHARES_A_BUFFER ? shared : x;
      try {
        prior.valueAndGradient(at, values, pull);
      } catch (WithdrawnException e) {
        return withdrawn(e, x);
      }
      likelihood.valueAndGradient(at, values, slope);
      for (int i = 0; i < x.pixels().length; i++) {
        at.pixels()[i] -= STEP_SIZE * (slope.pixels()[i] + pull.pixels()[i]);
      }
      at.clamp();
      if (!goOn(monitor, step, steps)) {
        return cancelled(prior, x, step);
      }
    }
    return disturbed(fault == Fault.SHARES_A_BUFFER ? shared : x, y, steps);
  }

  private boolean goOn(Monitor monitor, int step, int steps) {
    return fault == Fault.MONITORS_ON_ANOTHER_THREAD
        ? proceedElsewhere(monitor, new Progress("descent", step, steps, 0, 0))
        : Manners.of(fault).tell(monitor, "descent", step, steps);
  }

  private static boolean proceedElsewhere(Monitor monitor, Progress progress) {
    Thread thread = new Thread(() -> monitor.step(progress));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private Restoration withdrawn(WithdrawnException error, ImageStack x) {
    return switch (fault) {
      case LOSES_ITS_ESTIMATE -> throw error;
      case SWALLOWS_WITHDRAWAL -> finished(x, Outcome.COMPLETED, 1);
      default -> throw error.with(x);
    };
  }

  private Restoration cancelled(PriorModel prior, ImageStack x, int steps) {
    for (int i = 0; fault == Fault.CANCELS_SLOWLY && i < 50; i++) {
      prior.values(x);
    }
    boolean wrong = fault == Fault.SAYS_COMPLETED_WHEN_CANCELLED;
    return finished(x, wrong ? Outcome.COMPLETED : Outcome.CANCELLED, steps);
  }

  private Restoration disturbed(ImageStack x, ImageStack y, int steps) {
    switch (fault) {
      case VALUES_OUT_OF_RANGE -> x.pixels()[0] = 1.5f;
      case MODIFIES_INPUT -> y.pixels()[y.pixels().length - 1] = 0;
      case RETURNS_ITS_INPUT -> {
        y.clamp();
        return finished(y, Outcome.COMPLETED, steps);
      }
      case LOOKS_AT_NEIGHBOURS -> x.pixels()[0] = 1f / x.count();
      case RANDOM -> x.pixels()[0] = 1f / runs.incrementAndGet();
      default -> {}
    }
    boolean wrong = fault == Fault.SAYS_CANCELLED;
    return finished(x, wrong ? Outcome.CANCELLED : Outcome.COMPLETED, steps);
  }

  private Restoration finished(ImageStack x, Outcome outcome, int steps) {
    double[] objective = new double[x.count()];
    objective[0] = fault == Fault.OBJECTIVE_NOT_FINITE ? Double.NaN : 0;
    Restoration found = Restoration.of(x, outcome, objective, steps);
    return outcome == Outcome.COMPLETED ? found.with(uncertainty(x)) : found;
  }

  private Uncertainty uncertainty(ImageStack x) {
    ImageStack draw = x.copy();
    ImageStack deviation = x.like();
    switch (fault) {
      case DEVIATION_BELOW_ZERO -> deviation.pixels()[0] = -0.1f;
      case DRAWS_OUT_OF_RANGE -> draw.pixels()[0] = 1.5f;
      case RANDOM_DRAWS -> draw.pixels()[0] = 1f / runs.incrementAndGet();
      default -> {}
    }
    return Uncertainty.of(List.of(draw), deviation);
  }
}
