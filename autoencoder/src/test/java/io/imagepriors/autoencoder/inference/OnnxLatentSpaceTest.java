package io.imagepriors.autoencoder.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.Architecture;
import io.imagepriors.autoencoder.reference.Differences;
import io.imagepriors.autoencoder.reference.ReferenceModel;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxLatentSpaceTest {
  /** Float32 sums of at most some thousand terms of size 1, against sums in double precision. */
  private static final double ROUNDING = 1e-4;

  @TempDir static Path folder;

  @ParameterizedTest
  @CsvSource({"CONV, 1x28x28, 12", "CONV, 3x8x12, 8", "MLP, 1x28x28, 12", "MLP, 2x5x7, 8"})
  void should_encode_decode_and_differentiate_as_the_formulas_say(
      Architecture architecture, String text, int dimension) {
    // given
    Shape shape = Shape.parse(text);
    Path file = folder.resolve(architecture + text + ".onnx");
    ReferenceModel reference = TestModels.export(architecture.create(shape, dimension), file);
    ImageStack images = TestModels.noise(3, shape, 1);
    ImageStack cotangent = TestModels.noise(3, shape, 2);
    CodeStack codes = codes(3, dimension);

    try (OnnxPrior prior = OnnxPrior.of(file)) {
      LatentSpace latent = TestModels.bind(prior).latentSpace().orElseThrow();

      // when, then
      CodeStack encoded = codes.like();
      CodeStack expectedCodes = codes.like();
      latent.encode(images, encoded);
      reference.encode(images, expectedCodes);
      assertThat(Differences.largest(encoded.values(), expectedCodes.values()))
          .isLessThanOrEqualTo(ROUNDING);

      ImageStack decoded = images.like();
      ImageStack expectedImages = images.like();
      latent.decode(codes, decoded);
      reference.decode(codes, expectedImages);
      assertThat(Differences.largest(decoded.pixels(), expectedImages.pixels()))
          .isLessThanOrEqualTo(ROUNDING);

      CodeStack gradient = codes.like();
      CodeStack expectedGradient = codes.like();
      latent.decodeVjp(codes, cotangent, gradient);
      reference.decodeVjp(codes, cotangent, expectedGradient);
      float scale = 1 + largest(expectedGradient.values());
      assertThat(Differences.largest(gradient.values(), expectedGradient.values()))
          .isLessThanOrEqualTo(ROUNDING * scale);
    }
  }

  @ParameterizedTest
  @CsvSource({"CONV, 1", "CONV, 50", "MLP, 50", "MLP, 20000"})
  void should_pull_an_energy_back_to_codes_without_decoding_twice(
      Architecture architecture, int count) {
    // given: as many codes as one chunk takes, as several do, and more than a tape is kept for
    Shape shape = Shape.grey(8, 8);
    Path file = folder.resolve("pull-" + architecture + ".onnx");
    TestModels.export(architecture.create(shape, 8), file);
    CodeStack codes = codes(count, 8);
    Energy energy = Energy.ofSingle(shape, OnnxLatentSpaceTest::halfSquaredNorm);
    double[] values = new double[count];
    CodeStack gradient = codes.like();
    ImageStack decoded = ImageStack.zeros(count, shape);
    ImageStack cotangent = decoded.like();

    try (OnnxPrior prior = OnnxPrior.of(file)) {
      LatentSpace latent = TestModels.bind(prior).latentSpace().orElseThrow();

      // when
      latent.valueAndGradient(energy, codes, values, gradient, decoded, cotangent);

      // then
      ImageStack expectedImages = decoded.like();
      CodeStack expectedGradient = codes.like();
      latent.decode(codes, expectedImages);
      latent.decodeVjp(codes, expectedImages, expectedGradient);
      assertThat(Differences.largest(decoded.pixels(), expectedImages.pixels()))
          .isLessThanOrEqualTo(ROUNDING);
      assertThat(cotangent.pixels()).isEqualTo(decoded.pixels());
      assertThat(Differences.largest(gradient.values(), expectedGradient.values()))
          .isLessThanOrEqualTo(10 * ROUNDING);
      assertThat(values).isEqualTo(energy.values(decoded));
    }
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void should_give_the_slope_of_the_decoder_along_any_direction(Architecture architecture) {
    // given
    Shape shape = Shape.grey(8, 8);
    Path file = folder.resolve("slope-" + architecture + ".onnx");
    TestModels.export(architecture.create(shape, 8), file);
    Random random = new Random(4);
    // A step that float32 resolves; rounding of the 64 outputs, 6e-8 each, over twice the step.
    float step = 1e-3f;
    double tolerance = 1e-2;

    try (OnnxPrior prior = OnnxPrior.of(file)) {
      LatentSpace latent = TestModels.bind(prior).latentSpace().orElseThrow();
      for (int trial = 0; trial < 5; trial++) {
        ImageStack cotangent = TestModels.noise(1, shape, trial);
        CodeStack z = CodeStack.zeros(1, 8);
        CodeStack behind = z.like();
        CodeStack ahead = z.like();
        float[] direction = new float[8];
        for (int i = 0; i < 8; i++) {
          z.values()[i] = random.nextFloat();
          direction[i] = (float) random.nextGaussian();
          behind.values()[i] = z.values()[i] - step * direction[i];
          ahead.values()[i] = z.values()[i] + step * direction[i];
        }
        ImageStack before = cotangent.like();
        ImageStack after = cotangent.like();
        CodeStack gradient = z.like();

        // when
        latent.decode(behind, before);
        latent.decode(ahead, after);
        latent.decodeVjp(z, cotangent, gradient);

        // then
        double difference = 0;
        for (int i = 0; i < shape.size(); i++) {
          difference += cotangent.pixels()[i] * (after.pixels()[i] - before.pixels()[i]);
        }
        double slope = 0;
        for (int i = 0; i < 8; i++) {
          slope += gradient.values()[i] * direction[i];
        }
        assertThat(difference / (2 * step))
            .isCloseTo(slope, within(tolerance * (1 + Math.abs(slope))));
      }
    }
  }

  @Test
  void should_refuse_codes_of_another_dimension_or_number() {
    // given
    Shape shape = Shape.grey(4, 4);
    Path file = folder.resolve("sizes.onnx");
    TestModels.export(Architecture.MLP.create(shape, 3), file);
    try (OnnxPrior prior = OnnxPrior.of(file)) {
      LatentSpace latent = TestModels.bind(prior).latentSpace().orElseThrow();

      // when, then
      assertThatThrownBy(() -> latent.decode(CodeStack.zeros(1, 4), ImageStack.zeros(1, shape)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("codes must have dimension 3, got 4");
      assertThatThrownBy(() -> latent.encode(ImageStack.zeros(2, shape), CodeStack.zeros(1, 3)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("codes must be as many as the images (2), got 1");
    }
  }

  private static double halfSquaredNorm(float[] x, float[] gradient) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += 0.5 * x[i] * x[i];
      gradient[i] = x[i];
    }
    return sum;
  }

  private static CodeStack codes(int count, int dimension) {
    Random random = new Random(9);
    CodeStack codes = CodeStack.zeros(count, dimension);
    for (int i = 0; i < codes.values().length; i++) {
      codes.values()[i] = random.nextFloat();
    }
    return codes;
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
