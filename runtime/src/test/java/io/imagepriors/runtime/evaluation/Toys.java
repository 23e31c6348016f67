package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Interval;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Progress;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.api.Uncertainty;
import java.util.Optional;
import java.util.OptionalInt;

/** The smallest plug-ins that are real: images are flat grey, and restorers know it. */
public final class Toys {
  /** The shape of all toy images. */
  public static final Shape SHAPE = Shape.grey(4, 4);

  private Toys() {}

  /** Image {@code i} of {@code count} is flat, of grey value {@code (i + 1) / (count + 1)}. */
  public static LabelledImages flatImages(int count) {
    return new FlatImages(count);
  }

  private record FlatImages(int count) implements LabelledImages {
    @Override
    public String origin() {
      return "toys <test>";
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public void read(int index, ImageStack target, int slot) {
      int from = target.offset(slot);
      java.util.Arrays.fill(
          target.pixels(), from, from + SHAPE.size(), (index + 1f) / (count + 1f));
    }

    @Override
    public OptionalInt label(int index) {
      return OptionalInt.of(index);
    }
  }

  /** A prior of the toy shape: half the squared distance from the image's own mean. */
  public static Prior prior(String name) {
    return new FlatPrior(Descriptor.of(name, "likes flat images").withFact("data", "<none>"));
  }

  private record FlatPrior(Descriptor descriptor) implements Prior {
    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public PriorModel bind(Shape shape, Parameters parameters) {
      if (!shape.equals(SHAPE)) {
        throw InvalidInputException.of("images for " + name(), "have shape " + SHAPE, shape);
      }
      return new FlatModel();
    }
  }

  private static final class FlatModel implements PriorModel {
    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
      for (int i = 0; i < x.count(); i++) {
        float mean = mean(x, i);
        values[i] = 0;
        for (int k = x.offset(i); k < x.offset(i + 1); k++) {
          gradient.pixels()[k] = x.pixels()[k] - mean;
          values[i] += gradient.pixels()[k] * gradient.pixels()[k] / 2;
        }
      }
    }
  }

  static float mean(ImageStack x, int index) {
    float sum = 0;
    for (int k = x.offset(index); k < x.offset(index + 1); k++) {
      sum += x.pixels()[k];
    }
    return sum / x.shape().size();
  }

  /** White noise of parameter {@code sigma}, named {@code noise}. */
  public static Degradation noise() {
    return noise("noise");
  }

  /** The same by another name. */
  public static Degradation noise(String name) {
    return new Noise(Descriptor.of(name, "adds noise").with(Noise.SIGMA));
  }

  private record Noise(Descriptor descriptor) implements Degradation {
    private static final Parameter<Double> SIGMA =
        Parameter.real("sigma", .1, Interval.openClosed(0, 1), "noise");

    @Override
    public ForwardModel bind(Shape clean, Parameters parameters) {
      return new Kept(clean, parameters.get(SIGMA), Optional.empty());
    }
  }

  /** Hides the first row, named {@code stripe}. */
  public static Degradation stripe() {
    return new Stripe();
  }

  private static final class Stripe implements Degradation {
    private static final Descriptor DESCRIPTOR = Descriptor.of("stripe", "hides the first row");

    @Override
    public Descriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public ForwardModel bind(Shape clean, Parameters parameters) {
      ImageStack seen = ImageStack.zeros(1, clean);
      java.util.Arrays.fill(seen.pixels(), clean.width(), clean.size(), 1f);
      return new Kept(clean, 1e-4, Optional.of(seen));
    }
  }

  /** Keeps every other row and column of an image of even sides, named {@code shrink}. */
  public static Degradation shrink() {
    return new Shrink();
  }

  private static final class Shrink implements Degradation {
    private static final Descriptor DESCRIPTOR = Descriptor.of("shrink", "halves the sides");

    @Override
    public Descriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public ForwardModel bind(Shape clean, Parameters parameters) {
      if (clean.height() % 2 != 0 || clean.width() % 2 != 0) {
        throw InvalidInputException.of("images to shrink", "have even sides", clean);
      }
      return new Shrunk(clean);
    }
  }

  private record Shrunk(Shape clean) implements ForwardModel {
    @Override
    public Shape degraded() {
      return new Shape(clean.channels(), clean.height() / 2, clean.width() / 2);
    }

    @Override
    public double sigma() {
      return 1e-4;
    }

    @Override
    public void apply(ImageStack x, ImageStack y) {
      for (int k = 0; k < y.pixels().length; k++) {
        y.pixels()[k] = x.pixels()[source(k)];
      }
    }

    @Override
    public void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
      java.util.Arrays.fill(gradient.pixels(), 0f);
      for (int k = 0; k < cotangent.pixels().length; k++) {
        gradient.pixels()[source(k)] = cotangent.pixels()[k];
      }
    }

    private int source(int k) {
      int width = clean.width() / 2;
      return 2 * (k / width) * clean.width() + 2 * (k % width);
    }
  }

  private record Kept(Shape clean, double sigma, Optional<ImageStack> observed)
      implements ForwardModel {
    @Override
    public void apply(ImageStack x, ImageStack y) {
      y.setAll(x);
      observed.ifPresent(seen -> hide(y, seen));
    }

    @Override
    public void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
      apply(cotangent, gradient);
    }

    private static void hide(ImageStack y, ImageStack seen) {
      for (int k = 0; k < y.pixels().length; k++) {
        y.pixels()[k] *= seen.pixels()[k % seen.pixels().length];
      }
    }
  }

  /** Gives back the flat image of the mean of what was seen: nearly perfect here. */
  public static Restorer flatten() {
    return flatten("flatten");
  }

  /** The same by another name. */
  public static Restorer flatten(String name) {
    return new Flatten(Descriptor.of(name, "knows they are flat"));
  }

  private record Flatten(Descriptor descriptor) implements Restorer {

    @Override
    public Restoration restore(
        ImageStack y,
        ForwardModel model,
        PriorModel prior,
        Parameters parameters,
        Monitor monitor) {
      boolean goOn = monitor.proceed(new Progress("flatten", 1, 1, 0, 0));
      ImageStack x = ImageStack.zeros(y.count(), model.clean());
      for (int i = 0; i < y.count(); i++) {
        float seen = model.observed().map(m -> mean(m, 0)).orElse(1f);
        java.util.Arrays.fill(x.pixels(), x.offset(i), x.offset(i + 1), mean(y, i) / seen);
      }
      x.clamp();
      Outcome outcome = goOn ? Outcome.COMPLETED : Outcome.CANCELLED;
      return Restoration.of(x, outcome, new double[y.count()], 1);
    }
  }

  /** Restores as {@link #flatten} does, and holds that each value is as likely black or white. */
  public static Restorer unsure(String name) {
    return new Unsure(Descriptor.of(name, "knows nothing for sure"));
  }

  private record Unsure(Descriptor descriptor) implements Restorer {
    @Override
    public Restoration restore(
        ImageStack y,
        ForwardModel model,
        PriorModel prior,
        Parameters parameters,
        Monitor monitor) {
      Restoration flat = flatten().restore(y, model, prior, parameters, monitor);
      ImageStack black = flat.images().like();
      ImageStack white = black.like();
      java.util.Arrays.fill(white.pixels(), 1f);
      return flat.with(Uncertainty.ofDraws(java.util.List.of(black, white)));
    }
  }

  /** Restores as {@link #flatten} does, and says that it needs no prior. */
  public static Restorer baseline(String name) {
    return new Baseline(Descriptor.of(name, "needs no prior"));
  }

  private record Baseline(Descriptor descriptor) implements PriorFreeRestorer {
    @Override
    public Restoration restore(
        ImageStack y, ForwardModel model, Parameters parameters, Monitor monitor) {
      return flatten().restore(y, model, new FlatModel(), parameters, monitor); // which it ignores
    }
  }

  /** Needs a latent space, which no toy prior has. */
  public static Restorer needy() {
    return new Needy();
  }

  private static final class Needy implements Restorer {
    private static final Descriptor DESCRIPTOR = Descriptor.of("needy", "needs codes");

    @Override
    public Descriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public Restoration restore(
        ImageStack y,
        ForwardModel model,
        PriorModel prior,
        Parameters parameters,
        Monitor monitor) {
      throw InvalidInputException.of("prior", "have a latent space", "none");
    }
  }
}
