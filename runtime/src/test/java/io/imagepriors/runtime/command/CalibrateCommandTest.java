package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Calibrator;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.runtime.command.models.CalibrateCommand;
import io.imagepriors.runtime.evaluation.Toys;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
  @TempDir Path folder;

  private final Desk desk = new Desk().plug(new LightDigits()).command(new CalibrateCommand());

  @Test
  void should_hand_model_and_images_to_the_reader_of_such_files() {
    desk.plug(new Reader(Outcome.COMPLETED));
    Path model = folder.resolve("mine.toy");

    int code = desk.run("calibrate", model.toString(), "--split", "test");

    assertThat(code).as(desk.err()).isEqualTo(ExitCode.OK);
    assertThat(desk.out()).isEqualTo("images: 4\nmodel: " + model + "\nwrote " + model + "\n");
  }

  @Test
  void should_write_another_file_where_one_is_named() {
    desk.plug(new Reader(Outcome.COMPLETED));
    Path output = folder.resolve("other.toy");

    int code = desk.run("calibrate", "mine.toy", "--split", "test", "--output", output.toString());

    assertThat(code).as(desk.err()).isEqualTo(ExitCode.OK);
    assertThat(desk.out()).endsWith("wrote " + output + "\n");
  }

  @Test
  void should_exit_as_cancelled_when_it_was_stopped() {
    desk.plug(new Reader(Outcome.CANCELLED));

    int code = desk.run("calibrate", folder.resolve("mine.toy").toString(), "--split", "test");

    assertThat(code).isEqualTo(ExitCode.CANCELLED);
  }

  @Test
  void should_refuse_a_file_that_nobody_can_calibrate() {
    desk.plug(new Reader(Outcome.COMPLETED));

    int code = desk.run("calibrate", "mine.txt", "--split", "test");

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.err())
        .isEqualTo(
            "error: model to calibrate must be a model file, as in mine.onnx, got mine.txt\n");
  }

  private record Reader(Outcome outcome) implements PriorReader, Calibrator {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("toy", "reads toys");
    }

    @Override
    public boolean accepts(Path file) {
      return file.toString().endsWith(".toy");
    }

    @Override
    public Prior open(Path file) {
      return Toys.prior("toy");
    }

    @Override
    public Optional<Calibrator> calibrator() {
      return Optional.of(this);
    }

    @Override
    public TrainedPrior calibrate(Path model, LabelledImages images, Path output, Monitor monitor) {
      Map<String, String> facts = new java.util.LinkedHashMap<>();
      facts.put("images", "" + images.count());
      facts.put("model", "" + model);
      return new TrainedPrior(output, outcome, facts);
    }
  }
}
