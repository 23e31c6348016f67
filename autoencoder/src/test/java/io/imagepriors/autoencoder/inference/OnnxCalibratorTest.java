package io.imagepriors.autoencoder.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.imagepriors.api.EnergyQuantiles;
import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Shape;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.autoencoder.calibration.CalibrationTexts;
import io.imagepriors.autoencoder.network.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calibrating model files: what is stored, what stays, what is refused. */
class OnnxCalibratorTest {
  private static final Shape SHAPE = Shape.grey(8, 8);

  @TempDir Path folder;
  private Path file;
  private final OnnxCalibrator calibrator = new OnnxCalibrator();

  @BeforeEach
  void export() {
    file = folder.resolve("model.onnx");
    TestModels.export(Architecture.MLP.create(SHAPE, 3), file);
  }

  @Test
  void should_store_energies_and_residuals_and_leave_the_model_alone() throws IOException {
    // given
    Path output = folder.resolve("calibrated.onnx");
    byte[] before = Files.readAllBytes(file);

    // when
    TrainedPrior made = calibrator.calibrate(file, images(300), output, Monitor.none());

    // then
    assertThat(made.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(made.facts())
        .containsEntry(CalibrationTexts.DATA, "noise")
        .containsEntry(CalibrationTexts.IMAGES, "300");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    ModelProto old = ModelProto.parseFrom(before);
    ModelProto calibrated = ModelProto.parseFrom(Files.readAllBytes(output));
    assertThat(calibrated.getGraph()).isEqualTo(old.getGraph());
    assertThat(calibrated.getFunctionsList()).isEqualTo(old.getFunctionsList());
    assertThat(calibrated.getMetadataPropsList()).containsAll(old.getMetadataPropsList());
  }

  @Test
  void should_serve_what_was_stored() {
    calibrator.calibrate(file, images(300), file, Monitor.none());

    try (OnnxPrior prior = OnnxPrior.of(file)) {
      PriorModel model = TestModels.bind(prior);
      EnergyQuantiles quantiles = model.energyQuantiles().orElseThrow();
      double[] energies = model.values(images(300).stack(0, 300));
      long below =
          java.util.Arrays.stream(energies).filter(e -> e < quantiles.quantile(0.5)).count();
      // Half of 300, give or take the four digits that are stored.
      assertThat((double) below).isCloseTo(150, within(3.0));

      ResidualLaw law = model.residualLaw().orElseThrow();
      ImageStack x = images(300).stack(0, 100);
      ImageStack decoded = decoded(model, x);
      ImageStack deviations = x.like();
      law.deviations(decoded, deviations);
      double squares = 0;
      for (int k = 0; k < x.pixels().length; k++) {
        double r = (x.pixels()[k] - decoded.pixels()[k]) / deviations.pixels()[k];
        squares += r * r / x.pixels().length;
      }
      // Fitted to these images among others: residuals over their deviations have variance 1.
      assertThat(squares).isCloseTo(1, within(0.1));
      assertThat(prior.descriptor().facts())
          .containsKey("calibration.energies")
          .doesNotContainKey("energy.quantiles");
    }
  }

  @Test
  void should_give_the_same_bytes_again_and_over_an_older_calibration() throws IOException {
    Path once = folder.resolve("once.onnx");
    calibrator.calibrate(file, images(300), once, Monitor.none());

    calibrator.calibrate(file, images(150), file, Monitor.none());
    calibrator.calibrate(file, images(300), file, Monitor.none());

    assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(once));
  }

  @Test
  void should_measure_energies_of_a_model_without_a_latent_space() throws IOException {
    Path bare = folder.resolve("bare.onnx");
    Files.write(bare, TestModels.smallest().build().toByteArray());
    LabelledImages images = images(120, new Shape(1, 2, 3));

    calibrator.calibrate(bare, images, bare, Monitor.none());

    try (OnnxPrior prior = OnnxPrior.of(bare)) {
      PriorModel model = TestModels.bind(prior);
      assertThat(model.energyQuantiles()).isPresent();
      assertThat(model.residualLaw()).isEmpty();
      assertThat(prior.name()).isEqualTo("bare");
    }
  }

  @Test
  void should_write_nothing_when_it_is_stopped() throws IOException {
    Path output = folder.resolve("never.onnx");

    TrainedPrior made = calibrator.calibrate(file, images(300), output, progress -> false);

    assertThat(made.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(output).doesNotExist();
  }

  @Test
  void should_refuse_images_that_do_not_fit_or_are_too_few() {
    assertThatThrownBy(
            () -> calibrator.calibrate(file, images(300, Shape.grey(4, 4)), file, Monitor.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("have shape 1x8x8");
    assertThatThrownBy(() -> calibrator.calibrate(file, images(50), file, Monitor.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 100");
  }

  @Test
  void should_refuse_a_calibration_that_is_damaged() throws IOException {
    calibrator.calibrate(file, images(300), file, Monitor.none());
    byte[] damaged =
        MetadataEdit.withCalibration(
            file, Files.readAllBytes(file), Map.of("energy.quantiles", "3 2 one"));
    Files.write(file, damaged);

    try (OnnxPrior prior = OnnxPrior.of(file)) {
      assertThatThrownBy(() -> TestModels.bind(prior))
          .isInstanceOf(FileException.class)
          .hasMessageContaining("energy.quantiles");
    }
  }

  private static ImageStack decoded(PriorModel model, ImageStack x) {
    var space = model.latentSpace().orElseThrow();
    var codes = io.imagepriors.api.CodeStack.zeros(x.count(), space.dimension());
    ImageStack decoded = x.like();
    space.encode(x, codes);
    space.decode(codes, decoded);
    return decoded;
  }

  private static LabelledImages images(int count) {
    return images(count, SHAPE);
  }

  private static LabelledImages images(int count, Shape shape) {
    ImageStack all = TestModels.noise(count, shape, 3);
    return new LabelledImages() {
      @Override
      public String origin() {
        return "noise";
      }

      @Override
      public Shape shape() {
        return shape;
      }

      @Override
      public int count() {
        return count;
      }

      @Override
      public void read(int index, ImageStack target, int slot) {
        target.set(slot, all, index);
      }

      @Override
      public OptionalInt label(int index) {
        return OptionalInt.empty();
      }
    };
  }
}
