package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Dataset;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Progress;
import io.imagepriors.api.Shape;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Flat images of three shades, and priors that know the shades near one of them. */
final class ToyShades {
  private static final Shape SHAPE = Shape.grey(4, 4);
  private static final float NEAR = 0.05f;

  private ToyShades() {}

  /**
   * Named {@code digits}: 30 images for training, 12 for testing, classes 0 to {@code classes}-1.
   */
  static Dataset dataset(int classes, boolean labelled) {
    return new Shades(classes, labelled);
  }

  private record Shades(int classes, boolean labelled) implements Dataset {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("digits", "three shades");
    }

    @Override
    public List<String> splits() {
      return List.of("train", "test");
    }

    @Override
    public LabelledImages load(String split, Parameters parameters) {
      return new Images("shades " + split, split.equals("train") ? 30 : 12, classes, labelled);
    }
  }

  private record Images(String origin, int count, int classes, boolean labelled)
      implements LabelledImages {
    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public void read(int index, ImageStack target, int slot) {
      float grey = 0.2f + 0.3f * (index % classes) + 0.001f * index;
      Arrays.fill(target.pixels(), target.offset(slot), target.offset(slot) + SHAPE.size(), grey);
    }

    @Override
    public OptionalInt label(int index) {
      return labelled ? OptionalInt.of(index % classes) : OptionalInt.empty();
    }
  }

  /** Writes the mean shade of its images down, and how often it has trained. */
  static final class ShadeTrainer implements Trainer {
    private final Descriptor descriptor =
        Descriptor.of("naive", "learns a shade")
            .with(Parameter.integer("epochs", 1, 1, 1000, "passes"), Parameter.seed("of nothing"));
    private int trainings;

    int trainings() {
      return trainings;
    }

    @Override
    public Descriptor descriptor() {
      return descriptor;
    }

    @Override
    public TrainedPrior train(
        LabelledImages images, Path output, Parameters parameters, Monitor monitor) {
      if (!monitor.proceed(new Progress("epoch 1", 1, 1, 0, 0))) {
        return new TrainedPrior(output, Outcome.CANCELLED, Map.of());
      }
      double mean = 0;
      for (int i = 0; i < images.count(); i++) {
        mean += images.stack(i, i + 1).pixels()[0] / (double) images.count();
      }
      try {
        Files.writeString(output, String.valueOf(mean));
      } catch (IOException e) {
        throw FileException.unwritable(output, e);
      }
      trainings++;
      return new TrainedPrior(output, Outcome.COMPLETED, Map.of());
    }
  }

  /** Opens what the trainer writes. */
  static PriorReader reader() {
    return new Reader();
  }

  private static final class Reader implements PriorReader {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("onnx", "reads shades");
    }

    @Override
    public boolean accepts(Path file) {
      return file.toString().endsWith(".onnx");
    }

    @Override
    public Prior open(Path file) {
      try {
        return new ShadePrior(Float.parseFloat(Files.readString(file)));
      } catch (IOException e) {
        throw FileException.unreadable(file, e);
      }
    }
  }

  private record ShadePrior(float shade) implements Prior {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("shade", "knows a shade");
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public PriorModel bind(Shape shape, Parameters parameters) {
      return new ShadeModel(shade);
    }
  }

  /** The code is the shade itself; decoding knows the shades near its own alone. */
  private record ShadeModel(float shade) implements PriorModel, LatentSpace {
    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public Optional<LatentSpace> latentSpace() {
      return Optional.of(this);
    }

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public void encode(ImageStack images, CodeStack codes) {
      for (int i = 0; i < images.count(); i++) {
        codes.values()[i] = images.pixels()[images.offset(i)];
      }
    }

    @Override
    public void decode(CodeStack codes, ImageStack images) {
      for (int i = 0; i < images.count(); i++) {
        float grey = Math.max(shade - NEAR, Math.min(shade + NEAR, codes.values()[i]));
        Arrays.fill(images.pixels(), images.offset(i), images.offset(i) + SHAPE.size(), grey);
      }
    }

    @Override
    public void decodeVjp(CodeStack codes, ImageStack cotangent, CodeStack gradient) {
      Arrays.fill(gradient.values(), 0f);
    }

    @Override
    public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
      for (int i = 0; i < x.count(); i++) {
        values[i] = Math.abs(x.pixels()[x.offset(i)] - shade);
      }
      Arrays.fill(gradient.pixels(), 0f);
    }
  }

  /** A trainer of something that is no prior. */
  static Trainer classifierTrainer() {
    return new Trainer() {
      @Override
      public Descriptor descriptor() {
        return Descriptor.of("judge", "trains no prior");
      }

      @Override
      public Class<? extends Plugin> product() {
        return io.imagepriors.api.Classifier.class;
      }

      @Override
      public TrainedPrior train(
          LabelledImages images, Path output, Parameters parameters, Monitor monitor) {
        throw new IllegalStateException("never called");
      }
    };
  }
}
