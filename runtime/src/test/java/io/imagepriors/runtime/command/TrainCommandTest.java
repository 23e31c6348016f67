package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import io.imagepriors.runtime.command.models.TrainCommand;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  private final Desk desk =
      new Desk().plug(new LightDigits(), new Maker()).command(new TrainCommand(Optional.empty()));
  @TempDir private Path folder;

  @Test
  void should_say_how_to_use_a_classifier() {
    String file = folder.resolve("mine.onnx").toString();

    int code = desk.run("train", "maker", "--split", "test", "--output", file);

    assertThat(code).as(desk.err()).isEqualTo(ExitCode.OK);
    assertThat(desk.out()).endsWith("use it with: --classifier " + file + "\n");
  }

  @Test
  void should_refuse_to_publish_a_classifier_before_any_training() {
    int code = desk.run("train", "maker", "--split", "test", "--publish");

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.err())
        .isEqualTo(
            "error: --publish takes priors, and 'maker' trains a classifier: give --output FILE,"
                + " and use it with --classifier FILE\n");
  }

  /** Trains classifiers, in no time and of nothing. */
  private static final class Maker implements Trainer {
    private static final Descriptor DESCRIPTOR = Descriptor.of("maker", "trains nothing");

    @Override
    public Descriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public Class<? extends Plugin> product() {
      return Classifier.class;
    }

    @Override
    public TrainedPrior train(
        LabelledImages images, Path output, Parameters parameters, Monitor monitor) {
      return new TrainedPrior(output, Outcome.COMPLETED, Map.of());
    }
  }
}
