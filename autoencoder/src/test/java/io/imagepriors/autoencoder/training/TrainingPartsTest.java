package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.CodeStack;
import io.imagepriors.autoencoder.data.Seeds;
import io.imagepriors.autoencoder.network.Architecture;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import io.imagepriors.autoencoder.training.LearnedModel.FlatValues;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainingPartsTest {

  @Test
  void should_move_weights_as_adam_does_in_doubles() {
    double[] weight = {1, -2, 0.5};
    double[] m = new double[3];
    double[] v = new double[3];
    float[][] gradients = {{0.1f, -3f, 0f}, {0.2f, 1f, 1e-4f}, {-0.4f, 2f, 0f}};
    FloatBuffer found = FloatBuffer.wrap(new float[] {1, -2, 0.5f});
    Adam adam = Adam.of(Adam.Moments.zero(3));
    for (int t = 0; t < gradients.length; t++) {
      adam.update(found, 0, FloatBuffer.wrap(gradients[t]), 0.01, t);
      for (int i = 0; i < 3; i++) {
        double g = gradients[t][i];
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        double root = Math.sqrt(v[i] / (1 - Math.pow(0.999, t + 1.0))) + 1e-8;
        weight[i] -= 0.01 * m[i] / (1 - Math.pow(0.9, t + 1.0)) / root;
      }
    }
    for (int i = 0; i < 3; i++) {
      // Three float32 roundings of numbers of size one.
      assertThat((double) found.get(i)).isEqualTo(weight[i], within(1e-6));
    }
  }

  @Test
  void should_move_a_part_of_the_weights_with_their_own_moments() {
    int count = 5000; // more than a block, and no multiple of one
    SplittableRandom random = new SplittableRandom(2);
    float[] start = new float[count];
    float[] gradient = new float[count];
    for (int i = 0; i < count; i++) {
      start[i] = (float) random.nextDouble();
      gradient[i] = (float) random.nextDouble(-1, 1);
    }
    FloatBuffer whole = FloatBuffer.wrap(start.clone());
    FloatBuffer parts = FloatBuffer.wrap(start.clone());
    Adam ofWhole = Adam.of(Adam.Moments.zero(count));
    Adam ofParts = Adam.of(Adam.Moments.zero(count));

    for (int step = 0; step < 3; step++) {
      ofWhole.update(whole, 0, FloatBuffer.wrap(gradient), 0.01, step);
      for (int from = 0; from < count; from += 1000) {
        FloatBuffer part = FloatBuffer.wrap(Arrays.copyOfRange(gradient, from, from + 1000));
        ofParts.update(parts, from, part, 0.01, step);
      }
    }

    assertThat(parts.array()).isEqualTo(whole.array());
    assertThat(ofParts.moments().mean()).isEqualTo(ofWhole.moments().mean());
    assertThat(ofParts.moments().square()).isEqualTo(ofWhole.moments().square());
  }

  @Test
  void should_raise_the_rate_for_a_fifth_and_lower_it_to_almost_nothing() {
    OneCycle cycle = new OneCycle(0.006, 1000);

    assertThat(cycle.rate(0)).isEqualTo(0.006 / 25, within(1e-12));
    assertThat(cycle.rate(200)).isEqualTo(0.006, within(1e-12));
    assertThat(cycle.rate(100)).isBetween(cycle.rate(99), cycle.rate(101));
    assertThat(cycle.rate(999)).isPositive().isLessThan(1e-6);
  }

  @Test
  void should_start_with_he_normal_weights_and_a_dark_output() {
    Autoencoder network = Architecture.MLP.create(io.imagepriors.api.Shape.grey(28, 28), 12);

    Weights weights =
        FlatValues.initial(network.weightDims(), new SplittableRandom(0))
            .named(network.weightDims());

    weights.requireFitting(network.weightDims());
    // 400,000 draws each: the deviation is known to 0.11%, five times which is allowed.
    assertThat(deviation(weights.get("encoder.0.weight")))
        .isEqualTo(Math.sqrt(2.0 / 784), within(0.0055 * 0.05));
    assertThat(deviation(weights.get("decoder.6.weight")))
        .isEqualTo(0.3 * Math.sqrt(2.0 / 512), within(0.0055 * 0.0188));
    assertThat(weights.get("decoder.6.bias").values()).containsOnly(-2f);
    assertThat(weights.get("encoder.0.bias").values()).containsOnly(0f);
    assertThat(weights.get("encoder.1.gamma").values()).containsOnly(1f);
    assertThat(weights.get("encoder.1.beta").values()).containsOnly(0f);
    assertThat(weights.get("encoder.1.mean").values()).containsOnly(0f);
    assertThat(weights.get("encoder.1.variance").values()).containsOnly(1f);
  }

  private static double deviation(Tensor tensor) {
    double sum = 0;
    for (float value : tensor.values()) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum / tensor.size());
  }

  @Test
  void should_hold_out_the_same_share_of_every_class() {
    Blobs images = Blobs.of(400);

    TrainingImages divided = TrainingImages.read(images, 0.2, 16, new Seeds(5));

    Map<Integer, Integer> counts = new HashMap<>();
    for (int index : divided.heldOut()) {
      counts.merge(images.label(index).getAsInt(), 1, Integer::sum);
    }
    assertThat(counts).hasSize(8).allSatisfy((label, count) -> assertThat(count).isEqualTo(10));
    int[] all = new int[400];
    System.arraycopy(divided.learned(), 0, all, 0, 320);
    System.arraycopy(divided.heldOut(), 0, all, 320, 80);
    Arrays.sort(all);
    assertThat(all).doesNotHaveDuplicates().startsWith(0, 1, 2).endsWith(398, 399);
    assertThat(TrainingImages.read(images, 0.2, 16, new Seeds(5)).heldOut())
        .isEqualTo(divided.heldOut());
    assertThat(TrainingImages.read(images, 0.2, 16, new Seeds(6)).heldOut())
        .isNotEqualTo(divided.heldOut());
  }

  @Test
  void should_hold_out_the_share_of_all_when_classes_are_small() {
    Blobs images = new Blobs(io.imagepriors.api.Shape.grey(40, 4), 120); // 40 classes of 3

    TrainingImages divided = TrainingImages.read(images, 0.1, 16, new Seeds(5));

    assertThat(divided.heldOut()).hasSize(12);
  }

  @Test
  void should_tell_images_apart_by_their_fingerprint() {
    Seeds seeds = new Seeds(0);
    TrainingImages some = TrainingImages.read(Blobs.of(120), 0.2, 16, seeds);

    assertThat(TrainingImages.read(Blobs.of(120), 0.2, 16, seeds).fingerprint())
        .isEqualTo(some.fingerprint());
    assertThat(TrainingImages.read(Blobs.of(121), 0.2, 16, seeds).fingerprint())
        .isNotEqualTo(some.fingerprint());
  }

  @Test
  void should_find_few_holes_among_uniform_codes_and_many_around_a_blob() {
    SplittableRandom random = new SplittableRandom(1);
    CodeStack uniform = CodeStack.zeros(2000, 4);
    CodeStack blob = uniform.like();
    for (int i = 0; i < uniform.values().length; i++) {
      uniform.values()[i] = random.nextFloat();
      blob.values()[i] = 0.4f + 0.2f * random.nextFloat();
    }

    CodeUniformity ofUniform = CodeUniformity.of(uniform, new SplittableRandom(2));
    CodeUniformity ofBlob = CodeUniformity.of(blob, new SplittableRandom(2));

    // Ideal is .01; 2000 points give it to some .003. The law of KS has mean .87/√2000 = .019.
    assertThat(ofUniform.holes()).isBetween(0.003, 0.02);
    assertThat(ofUniform.ks()).isLessThan(0.03);
    // The blob's coordinates lie in [.4, .6]: its distribution function is 0 just below .4.
    assertThat(ofBlob.ks()).isEqualTo(0.4, within(0.01));
    assertThat(ofBlob.holes()).isGreaterThan(0.5);
  }
}
