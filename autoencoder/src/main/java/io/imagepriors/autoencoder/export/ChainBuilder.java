package io.imagepriors.autoencoder.export;

import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Layer;
import io.imagepriors.autoencoder.network.Network;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns the layers of a network into stages, folding what can be folded. */
final class ChainBuilder {
  private final Network network;
  private final List<Dims> sizes;
  private final Weights weights;
  private final Map<String, Tensor> stored;
  private final List<Stage> stages = new ArrayList<>();

  /**
   * @param stored receives the weights in the form in which they are stored
   */
  ChainBuilder(Network network, Dims input, Weights weights, Map<String, Tensor> stored) {
    this.network = network;
    this.sizes = network.sizes(input);
    this.weights = weights;
    this.stored = stored;
  }

  Chain build() {
    for (int i = 0; i < network.layers().size(); i++) {
      add(i);
    }
    return new Chain(stages);
  }

  private void add(int index) {
    Layer layer = network.layers().get(index);
    Dims input = sizes.get(index);
    if (layer instanceof Layer.Linear) {
      if (!input.isFlat()) {
        stages.add(new Stage.Arrange(input, Dims.of(input.size())));
      }
      Tensor[] folded = folded(index);
      stages.add(new Stage.Affine(store(index, "weight", folded), store(index, "bias", folded)));
    } else if (layer instanceof Layer.Convolution convolution) {
      stages.add(isFused(index - 1) ? fused(index, convolution) : plain(index, convolution));
    } else if (layer instanceof Layer.Upsample && !isFused(index)) {
      stages.add(new Stage.Enlarge());
    } else if (layer instanceof Layer.Relu) {
      stages.add(new Stage.Rectify());
    } else if (layer instanceof Layer.Sigmoid) {
      stages.add(new Stage.Squash());
    } else if (layer instanceof Layer.Reshape && !input.equals(sizes.get(index + 1))) {
      stages.add(new Stage.Arrange(input, sizes.get(index + 1)));
    }
  }

  /** Whether layer {@code index} is an upsampling that merges with the convolution after it. */
  private boolean isFused(int index) {
    List<Layer> layers = network.layers();
    return index >= 0
        && layers.get(index) instanceof Layer.Upsample
        && index + 1 < layers.size()
        && layers.get(index + 1) instanceof Layer.Convolution next
        && next.stride() == 1;
  }

  private Stage plain(int index, Layer.Convolution convolution) {
    Tensor[] folded = folded(index);
    int padding = convolution.padding();
    int span = convolution.kernel() - 2 * padding;
    Dims from = sizes.get(index);
    Dims to = sizes.get(index + 1);
    return new Stage.Convolve(
        store(index, "weight", folded),
        store(index, "bias", folded),
        convolution.kernel(),
        convolution.stride(),
        padding,
        from.side(1) - (to.side(1) - 1) * convolution.stride() - span,
        from.side(2) - (to.side(2) - 1) * convolution.stride() - span);
  }

  private Stage fused(int index, Layer.Convolution convolution) {
    Tensor[] folded = folded(index);
    folded[0] = Folding.upsampled(folded[0]);
    SubPixel form =
        new SubPixel(
            sizes.get(index - 1),
            convolution.channels(),
            convolution.kernel() + 1,
            convolution.padding());
    return new Stage.UpConvolve(store(index, "weight", folded), store(index, "bias", folded), form);
  }

  /** Weight and bias of layer {@code index}, with the normalisation that may follow. */
  private Tensor[] folded(int index) {
    List<Layer> layers = network.layers();
    String prefix = network.name() + '.' + index;
    if (index + 1 < layers.size() && layers.get(index + 1) instanceof Layer.BatchNorm) {
      return Folding.normalised(weights, prefix, network.name() + '.' + (index + 1));
    }
    return new Tensor[] {weights.get(prefix + ".weight"), weights.get(prefix + ".bias")};
  }

  private String store(int index, String weight, Tensor[] folded) {
    String name = network.weightName(index, weight);
    stored.put(name, folded[weight.equals("weight") ? 0 : 1]);
    return name;
  }
}
