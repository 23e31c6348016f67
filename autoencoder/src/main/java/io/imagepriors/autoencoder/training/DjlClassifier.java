package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.ClassifierNetwork;
import io.imagepriors.autoencoder.network.Weights;

/**
 * A classifier computed by DJL, against which an export is checked. Lives no longer than its
 * session and is for that session's thread alone.
 */
final class DjlClassifier implements ClassifierModel {
  private final TorchSession torch;
  private final ClassifierNetwork network;
  private final Forward forward;

  DjlClassifier(TorchSession torch, ClassifierNetwork network, Weights weights) {
    this.torch = torch;
    this.network = network;
    this.forward = Forward.of(torch.manager(), weights);
  }

  @Override
  public Shape shape() {
    return network.shape();
  }

  @Override
  public int classes() {
    return network.classes();
  }

  @Override
  public int features() {
    return network.features();
  }

  @Override
  public void classify(ImageStack x, float[] probabilities, float[] features) {
    try (NDManager scope = torch.manager().newSubManager()) {
      Shape s = x.shape();
      var sides = new ai.djl.ndarray.types.Shape(x.count(), s.channels(), s.height(), s.width());
      NDArray hidden = forward.run(network.backbone(), scope.create(x.pixels(), sides));
      copy(hidden, scope, features);
      copy(forward.run(network.head(), hidden).softmax(1), scope, probabilities);
    }
  }

  private static void copy(NDArray from, NDManager scope, float[] to) {
    from.attach(scope);
    float[] values = from.toFloatArray();
    System.arraycopy(values, 0, to, 0, values.length);
  }
}
