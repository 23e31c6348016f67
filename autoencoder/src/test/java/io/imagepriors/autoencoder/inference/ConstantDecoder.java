package io.imagepriors.autoencoder.inference;

import io.imagepriors.autoencoder.export.ModelExport;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import io.imagepriors.autoencoder.reference.ReferenceModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model whose decoder forgets its code: the weights of its last linear layer are 0. */
final class ConstantDecoder {
  private ConstantDecoder() {}

  static void export(Autoencoder network, Path file) {
    Weights random = ReferenceModel.randomWeights(network, 6);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    random.names().forEach(name -> tensors.put(name, random.get(name)));
    String last =
        random.names().stream()
            .filter(name -> name.startsWith("decoder") && name.endsWith("weight"))
            .reduce("", (a, b) -> b);
    tensors.put(last, Tensor.of(random.get(last).dims(), new float[random.get(last).size()]));
    Weights weights = Weights.of(tensors);
    ModelExport.write(
        network, weights, Map.of("name", "test"), new ReferenceModel(network, weights), file);
  }
}
