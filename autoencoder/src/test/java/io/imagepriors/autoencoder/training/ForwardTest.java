package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;
import io.imagepriors.autoencoder.export.ModelExport;
import io.imagepriors.autoencoder.inference.OnnxPrior;
import io.imagepriors.autoencoder.network.Architecture;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Weights;
import io.imagepriors.autoencoder.training.LearnedModel.FlatValues;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForwardTest {
  /** Float32 sums of some hundred terms of size one. */
  private static final float ROUNDING = 1e-5f;

  private final SplittableRandom random = new SplittableRandom(3);

  private float[] randomValues(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  @Test
  void should_convolve_at_the_lower_resolution_as_after_upsampling() {
    try (TorchSession torch = TorchSession.open(1)) {
      NDManager manager = torch.manager();
      NDArray x = manager.create(randomValues(2 * 3 * 5 * 7), new Shape(2, 3, 5, 7));
      NDArray weight = manager.create(randomValues(4 * 3 * 9), new Shape(4, 3, 3, 3));
      NDArray bias = manager.create(randomValues(4));

      NDArray found = UpsampledConvolution.run(x, weight, bias);

      NDArray expected = Forward.convolve(x.repeat(2, 2).repeat(3, 2), weight, bias, 1, 1);
      assertThat(found.getShape()).isEqualTo(expected.getShape());
      assertThat(found.toFloatArray()).containsExactly(expected.toFloatArray(), within(ROUNDING));
    }
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void should_compute_what_the_exported_model_computes(
      Architecture architecture, @TempDir Path folder) {
    Autoencoder network = architecture.create(io.imagepriors.api.Shape.grey(8, 8), 8);
    FlatValues values = FlatValues.initial(network.weightDims(), random);
    for (int i = 0; i < values.statistics().length; i++) {
      values.statistics()[i] += (float) random.nextDouble(0.5); // as after some training
    }
    Weights weights = values.named(network.weightDims());
    Path file = folder.resolve("model.onnx");
    try (TorchSession torch = TorchSession.open(1)) {
      DjlReference reference = new DjlReference(torch, network, weights);
      ModelExport.write(network, weights, Map.of("name", "test"), reference, file);
      try (OnnxPrior prior = OnnxPrior.of(file)) {
        assertAgree(prior.bind(network.shape(), prior.descriptor().defaults()), reference);
      }
    }
  }

  private void assertAgree(PriorModel model, DjlReference reference) {
    ImageStack x = ImageStack.wrap(model.shape(), randomValues(5 * model.shape().size()));
    double[] found = new double[5];
    double[] expected = new double[5];
    ImageStack foundGradient = x.like();
    ImageStack expectedGradient = x.like();
    model.valueAndGradient(x, found, foundGradient);
    reference.valueAndGradient(x, expected, expectedGradient);
    assertThat(found).containsExactly(expected, within((double) ROUNDING));
    assertThat(foundGradient.pixels())
        .containsExactly(expectedGradient.pixels(), within(10 * ROUNDING));
    assertAgree(model.latentSpace().orElseThrow(), reference, x);
  }

  private void assertAgree(LatentSpace found, DjlReference reference, ImageStack x) {
    CodeStack code = CodeStack.zeros(x.count(), found.dimension());
    CodeStack expectedCode = code.like();
    found.encode(x, code);
    reference.encode(x, expectedCode);
    assertThat(code.values()).containsExactly(expectedCode.values(), within(ROUNDING));
    CodeStack gradient = code.like();
    CodeStack expectedGradient = code.like();
    found.decodeVjp(code, x, gradient);
    reference.decodeVjp(code, x, expectedGradient);
    assertThat(gradient.values()).containsExactly(expectedGradient.values(), within(10 * ROUNDING));
  }
}
