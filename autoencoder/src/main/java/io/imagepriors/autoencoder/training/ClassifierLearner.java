package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.autoencoder.export.ClassifierExport;
import io.imagepriors.autoencoder.network.ClassifierNetwork;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Weights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A classifier under the cross-entropy {@code -1/n Σ_i log p(c_i|x_i)}, where {@code p} is the
 * softmax of the scores and {@code c_i} the label of image {@code i}.
 *
 * @param network the layers
 * @param shift how many pixels images are moved by at most while they are learned
 */
record ClassifierLearner(ClassifierNetwork network, int shift) implements Learner {

  @Override
  public Map<String, Dims> weightDims() {
    return network.weightDims();
  }

  @Override
  public NDArray loss(Forward forward, Examples batch) {
    int[] labels = batch.labels();
    NDManager manager = batch.images().getManager();
    float[] weights = new float[labels.length * network.classes()];
    for (int i = 0; i < labels.length; i++) {
      weights[i * network.classes() + labels[i]] = -1f / labels.length;
    }
    NDArray chosen = manager.create(weights, new Shape(labels.length, network.classes()));
    return scores(forward, batch).logSoftmax(1).mul(chosen).sum();
  }

  @Override
  public Augmentation augmentation(RandomGenerator random) {
    return new Shift(network.shape(), shift, random);
  }

  private NDArray scores(Forward forward, Examples batch) {
    return forward.run(network.head(), forward.run(network.backbone(), batch.images()));
  }

  /** The share of images whose largest score is that of their class. */
  @Override
  public Map<String, String> quality(HeldOut.Pass heldOut) {
    int[] right = new int[1];
    heldOut.forEach(
        (forward, batch, first) -> {
          long[] found = scores(forward, batch).argMax(1).toLongArray();
          for (int i = 0; i < found.length; i++) {
            right[0] += found[i] == batch.labels()[i] ? 1 : 0;
          }
        });
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("quality.accuracy", ModelFacts.rounded((double) right[0] / heldOut.count(), 4));
    return facts;
  }

  @Override
  public void export(
      TorchSession torch,
      Weights weights,
      Map<String, String> facts,
      LabelledImages heldOut,
      Path file) {
    DjlClassifier reference = new DjlClassifier(torch, network, weights);
    ClassifierExport.write(network, weights, facts, reference, file);
  }
}
