package io.imagepriors.autoencoder.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import io.imagepriors.autoencoder.network.Architecture;
import io.imagepriors.autoencoder.reference.Differences;
import io.imagepriors.autoencoder.reference.ReferenceModel;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxPriorTest {
  /** Float32 sums of at most some thousand terms of size 1, against sums in double precision. */
  private static final double ROUNDING = 1e-4;

  /** The runtime may sum in another order for another batch size. */
  private static final double BATCH_ROUNDING = 2e-5;

  @TempDir static Path folder;

  @ParameterizedTest
  @CsvSource({"CONV, 1x28x28, 12", "CONV, 3x8x12, 8", "MLP, 1x28x28, 12", "MLP, 2x5x7, 8"})
  void should_give_energy_and_gradient_of_the_formula(
      Architecture architecture, String text, int dimension) {
    // given
    Shape shape = Shape.parse(text);
    Path file = folder.resolve(architecture + text + ".onnx");
    ReferenceModel reference = TestModels.export(architecture.create(shape, dimension), file);
    ImageStack x = TestModels.noise(3, shape, 1);
    double[] expected = new double[3];
    ImageStack expectedGradient = x.like();
    reference.valueAndGradient(x, expected, expectedGradient);

    // when
    double[] values = new double[3];
    ImageStack gradient = x.like();
    double[] valuesAlone;
    try (OnnxPrior prior = OnnxPrior.of(file)) {
      PriorModel model = TestModels.bind(prior);
      model.valueAndGradient(x, values, gradient);
      valuesAlone = model.values(x);
    }

    // then
    assertThat(values).containsExactly(expected, within(ROUNDING * expected[0]));
    assertThat(valuesAlone).containsExactly(values, within(1e-6 * expected[0]));
    assertThat(Differences.largest(gradient.pixels(), expectedGradient.pixels()))
        .isLessThanOrEqualTo(ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({"CONV, 40", "MLP, 40", "MLP, 2500"})
  void should_give_a_stack_what_it_gives_its_images_one_by_one(
      Architecture architecture, int count) {
    // given
    Shape shape = Shape.grey(8, 8);
    Path file = folder.resolve("stack-" + architecture + ".onnx");
    TestModels.export(architecture.create(shape, 8), file);
    ImageStack x = TestModels.noise(count, shape, 2);
    double[] values = new double[count];
    ImageStack gradient = x.like();
    try (OnnxPrior prior = OnnxPrior.of(file)) {
      PriorModel model = TestModels.bind(prior);

      // when
      model.valueAndGradient(x, values, gradient);

      // then
      ImageStack one = ImageStack.zeros(1, shape);
      double[] value = new double[1];
      for (int i = 0; i < count; i++) {
        model.valueAndGradient(x.image(i), value, one);
        assertThat(value[0]).isCloseTo(values[i], within(BATCH_ROUNDING));
        assertThat(Differences.largest(one.pixels(), gradient.image(i).pixels()))
            .isLessThanOrEqualTo(BATCH_ROUNDING);
      }
    }
  }

  @Test
  void should_give_no_gradient_and_no_nan_where_the_energy_vanishes() {
    // given: a decoder whose last layer is a constant, and the image that it always gives
    Shape shape = Shape.grey(4, 4);
    Path file = folder.resolve("constant.onnx");
    ConstantDecoder.export(Architecture.MLP.create(shape, 3), file);
    try (OnnxPrior prior = OnnxPrior.of(file)) {
      PriorModel model = TestModels.bind(prior);
      ImageStack x = ImageStack.zeros(2, shape);
      model.latentSpace().orElseThrow().decode(io.imagepriors.api.CodeStack.zeros(2, 3), x);

      // when
      double[] values = new double[2];
      ImageStack gradient = TestModels.noise(2, shape, 3);
      model.valueAndGradient(x, values, gradient);

      // then
      assertThat(values).containsOnly(0.0);
      assertThat(gradient.pixels()).containsOnly(0f);
    }
  }

  @Test
  void should_read_name_summary_and_facts_from_the_metadata() {
    // given
    Path file = folder.resolve("described.onnx");
    TestModels.export(Architecture.MLP.create(Shape.grey(4, 4), 3), file);

    // when
    OnnxPrior prior = OnnxPrior.of(file);

    // then
    assertThat(prior.name()).isEqualTo("test");
    assertThat(prior.descriptor().summary()).isEqualTo("for tests");
    assertThat(prior.descriptor().facts())
        .containsEntry("shape", "1x4x4")
        .containsEntry("dimension", "3")
        .containsEntry("functions", "encode,decode,decode_vjp")
        .doesNotContainKey("name");
  }

  @Test
  void should_take_a_model_of_energy_and_gradient_alone() throws IOException {
    // given
    Path file = folder.resolve("My Norm_2.onnx");
    Files.write(file, TestModels.smallest().build().toByteArray());
    try (OnnxPrior prior = OnnxPrior.of(file)) {
      PriorModel model = TestModels.bind(prior);

      // when
      double[] values = new double[2];
      ImageStack gradient = ImageStack.zeros(2, model.shape());
      ImageStack x =
          ImageStack.wrap(model.shape(), new float[] {3, 0, 0, 0, 0, 4, 0, 2, 0, 0, 0, 0});
      model.valueAndGradient(x, values, gradient);

      // then
      assertThat(prior.name()).isEqualTo("my-norm-2");
      assertThat(model.shape()).isEqualTo(Shape.grey(2, 3));
      assertThat(model.latentSpace()).isEmpty();
      assertThat(values).containsExactly(5, 2);
      assertThat(gradient.pixels()).containsExactly(0.6f, 0, 0, 0, 0, 0.8f, 0, 1, 0, 0, 0, 0);
      assertThat(model.values(x)).containsExactly(5, 2);
    }
  }

  @Test
  void should_take_a_model_of_one_image_at_a_time() throws IOException {
    // given
    var builder = TestModels.smallest();
    builder
        .getGraphBuilder()
        .setInput(0, TestModels.value("x", 1, 1, 2, 3))
        .setOutput(0, TestModels.value("energy", 1))
        .setOutput(1, TestModels.value("gradient", 1, 1, 2, 3));
    Path file = folder.resolve("single.onnx");
    Files.write(file, builder.build().toByteArray());
    try (OnnxPrior prior = OnnxPrior.of(file)) {
      ImageStack x =
          ImageStack.wrap(prior.shape(), new float[] {3, 0, 0, 0, 0, 4, 0, 2, 0, 0, 0, 0});

      // when
      double[] values = TestModels.bind(prior).values(x);

      // then
      assertThat(values).containsExactly(5, 2);
    }
  }

  @Test
  void should_open_a_resource() throws MalformedURLException {
    // given
    Path file = folder.resolve("resource.onnx");
    TestModels.export(Architecture.MLP.create(Shape.grey(4, 4), 3), file);

    // when
    try (OnnxPrior prior = OnnxPrior.of(file.toUri().toURL())) {
      double[] values = TestModels.bind(prior).values(TestModels.noise(2, Shape.grey(4, 4), 4));

      // then
      assertThat(values).hasSize(2).doesNotContain(0.0);
    }
  }

  @Test
  void should_read_nothing_before_it_is_needed() {
    // given
    OnnxPrior prior = OnnxPrior.of(folder.resolve("missing.onnx"));

    // when, then
    assertThatThrownBy(prior::descriptor)
        .isInstanceOf(FileException.class)
        .hasMessageContaining("missing.onnx")
        .hasMessageContaining("no such file");
  }

  @Test
  void should_refuse_images_of_another_shape_and_arrays_that_are_too_short() throws IOException {
    // given
    Path file = folder.resolve("norm.onnx");
    Files.write(file, TestModels.smallest().build().toByteArray());
    try (OnnxPrior prior = OnnxPrior.of(file)) {
      PriorModel model = TestModels.bind(prior);
      ImageStack x = ImageStack.zeros(2, model.shape());

      // when, then
      assertThatThrownBy(() -> prior.bind(Shape.grey(3, 3), prior.descriptor().defaults()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("images for the prior 'norm' must have shape 1x2x3, got 1x3x3");
      assertThatThrownBy(() -> model.valueAndGradient(x, new double[1], x.like()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("length of at least 2");
      assertThatThrownBy(() -> model.values(ImageStack.zeros(1, Shape.grey(3, 2))))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("images must have shape 1x2x3, got 1x3x2");
    }
  }

  @Test
  void should_say_that_it_is_withdrawn_after_closing() throws IOException {
    // given
    Path file = folder.resolve("gone.onnx");
    Files.write(file, TestModels.smallest().build().toByteArray());
    OnnxPrior prior = OnnxPrior.of(file);
    PriorModel model = TestModels.bind(prior);
    ImageStack x = TestModels.noise(1, model.shape(), 1);
    model.values(x);

    // when
    prior.close();
    prior.close();

    // then
    assertThatThrownBy(() -> model.values(x))
        .isInstanceOf(WithdrawnException.class)
        .hasMessageContaining("'gone'");
    assertThatThrownBy(() -> TestModels.bind(prior)).isInstanceOf(WithdrawnException.class);
    assertThat(prior.name()).isEqualTo("gone");
  }
}
