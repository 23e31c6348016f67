package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import io.imagepriors.api.CodeStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.autoencoder.data.Seeds;
import io.imagepriors.autoencoder.export.ModelExport;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Weights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An auto-encoder under some loss.
 *
 * @param network the layers
 * @param loss what is minimised
 * @param seeds for measuring
 */
record AutoencoderLearner(Autoencoder network, Loss loss, Seeds seeds) implements Learner {

  @Override
  public Map<String, Dims> weightDims() {
    return network.weightDims();
  }

  @Override
  public NDArray loss(Forward forward, Examples batch) {
    return loss.of(run(forward, batch));
  }

  private Batch run(Forward forward, Examples batch) {
    NDArray codes = forward.run(network.encoder(), batch.images());
    NDArray reconstruction = forward.run(network.decoder(), codes);
    return new Batch(batch.images(), codes, reconstruction, batch.random());
  }

  /** Mean squared error per value, and how uniformly the codes fill the cube. */
  @Override
  public Map<String, String> quality(HeldOut.Pass heldOut) {
    CodeStack codes = CodeStack.zeros(heldOut.count(), network.dimension());
    double[] errorSum = new double[1];
    heldOut.forEach(
        (forward, examples, first) -> {
          Batch batch = run(forward, examples);
          errorSum[0] += examples.labels().length * HeldOut.value(batch.squaredError());
          float[] values = batch.codes().toFloatArray();
          System.arraycopy(values, 0, codes.values(), codes.offset(first), values.length);
        });
    double error = errorSum[0] / heldOut.count() / network.shape().size();
    CodeUniformity uniformity = CodeUniformity.of(codes, seeds.of(Seeds.Purpose.QUALITY, 0));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("quality.mse", ModelFacts.rounded(error, 5));
    facts.put("quality.ks", ModelFacts.rounded(uniformity.ks(), 4));
    facts.put("quality.hole-percent", ModelFacts.rounded(100 * uniformity.holes(), 2));
    return facts;
  }

  @Override
  public void export(
      TorchSession torch,
      Weights weights,
      Map<String, String> facts,
      LabelledImages heldOut,
      Path file) {
    DjlReference reference = new DjlReference(torch, network, weights);
    ModelExport.write(network, weights, facts, reference, heldOut, file);
  }
}
