package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Weights;
import java.util.Optional;

/**
 * An auto-encoder prior computed by DJL with automatic differentiation: slow, and independent of
 * the gradient graphs of an export, which are checked against it. Lives no longer than its session
 * and is for that session's thread alone.
 */
final class DjlReference implements PriorModel, LatentSpace {
  private final TorchSession torch;
  private final Autoencoder network;
  private final Forward forward;

  DjlReference(TorchSession torch, Autoencoder network, Weights weights) {
    this.torch = torch;
    this.network = network;
    this.forward = Forward.of(torch.manager(), weights);
  }

  @Override
  public Shape shape() {
    return network.shape();
  }

  @Override
  public int dimension() {
    return network.dimension();
  }

  @Override
  public Optional<LatentSpace> latentSpace() {
    return Optional.of(this);
  }

  @Override
  public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
    try (NDManager scope = torch.manager().newSubManager()) {
      NDArray input = create(scope, x);
      input.setRequiresGradient(true);
      NDArray energies;
      try (GradientCollector collector = torch.engine().newGradientCollector()) {
        NDArray output = forward.run(network.decoder(), forward.run(network.encoder(), input));
        NDArray residual = output.sub(input).reshape(x.count(), shape().size());
        energies = residual.square().sum(new int[] {1}).sqrt();
        collector.backward(energies.sum());
      }
      double[] found = energies.toType(DataType.FLOAT64, false).toDoubleArray();
      System.arraycopy(found, 0, values, 0, found.length);
      copy(input.getGradient(), scope, gradient.pixels());
    }
  }

  @Override
  public void encode(ImageStack images, CodeStack codes) {
    try (NDManager scope = torch.manager().newSubManager()) {
      copy(forward.run(network.encoder(), create(scope, images)), scope, codes.values());
    }
  }

  @Override
  public void decode(CodeStack codes, ImageStack images) {
    try (NDManager scope = torch.manager().newSubManager()) {
      copy(forward.run(network.decoder(), create(scope, codes)), scope, images.pixels());
    }
  }

  @Override
  public void decodeVjp(CodeStack codes, ImageStack cotangent, CodeStack gradient) {
    try (NDManager scope = torch.manager().newSubManager()) {
      NDArray z = create(scope, codes);
      z.setRequiresGradient(true);
      try (GradientCollector collector = torch.engine().newGradientCollector()) {
        NDArray output = forward.run(network.decoder(), z);
        collector.backward(output.mul(create(scope, cotangent)).sum());
      }
      copy(z.getGradient(), scope, gradient.values());
    }
  }

  private static NDArray create(NDManager scope, ImageStack images) {
    Shape s = images.shape();
    return scope.create(
        images.pixels(),
        new ai.djl.ndarray.types.Shape(images.count(), s.channels(), s.height(), s.width()));
  }

  private static NDArray create(NDManager scope, CodeStack codes) {
    return scope.create(
        codes.values(), new ai.djl.ndarray.types.Shape(codes.count(), codes.dimension()));
  }

  private static void copy(NDArray from, NDManager scope, float[] to) {
    from.attach(scope);
    float[] values = from.toFloatArray();
    System.arraycopy(values, 0, to, 0, values.length);
  }
}
