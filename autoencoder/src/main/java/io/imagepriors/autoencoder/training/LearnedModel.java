package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A network's numbers in native memory: all weights in one flat array, the running statistics of
 * batch normalisation in another. They live as long as the manager they were made with.
 */
final class LearnedModel {
  private final Autoencoder network;
  private final Layout layout;
  private final NDArray weights;
  private final NDArray statistics;
  private final Map<String, NDArray> statisticViews;

  /**
   * Copies of a network's numbers.
   *
   * @param network the layers
   * @param values as {@link FlatValues} of this network
   */
  LearnedModel(NDManager manager, Autoencoder network, FlatValues values) {
    this.network = network;
    this.layout = Layout.ofTrained(network.weightDims());
    this.weights = manager.create(values.weights());
    this.statistics = manager.create(values.statistics());
    this.statisticViews = Layout.ofStatistics(network.weightDims()).views(statistics);
  }

  /**
   * A network's numbers in Java's memory.
   *
   * @param weights in the order of {@link Layout#ofTrained}; only read
   * @param statistics in the order of {@link Layout#ofStatistics}; only read
   */
  @SuppressWarnings("ArrayRecordComponent") // large, and never changed once here
  record FlatValues(float[] weights, float[] statistics) {

    /** Where a training starts. */
    static FlatValues initial(Autoencoder network, RandomGenerator random) {
      return new FlatValues(
          Initialisation.values(Layout.ofTrained(network.weightDims()), random),
          Initialisation.values(Layout.ofStatistics(network.weightDims()), random));
    }

    boolean fits(Autoencoder network) {
      return weights.length == Layout.ofTrained(network.weightDims()).size()
          && statistics.length == Layout.ofStatistics(network.weightDims()).size();
    }

    /** By name, in the network's order. */
    Weights named(Autoencoder network) {
      Map<String, Tensor> all = Layout.ofTrained(network.weightDims()).tensors(weights);
      all.putAll(Layout.ofStatistics(network.weightDims()).tensors(statistics));
      Map<String, Tensor> ordered = new LinkedHashMap<>();
      network.weightDims().keySet().forEach(name -> ordered.put(name, all.get(name)));
      return Weights.of(ordered);
    }
  }

  Autoencoder network() {
    return network;
  }

  /** The flat weights, to be changed in place. */
  NDArray weights() {
    return weights;
  }

  /** Copies of the present numbers. */
  FlatValues values() {
    return new FlatValues(weights.toFloatArray(), statistics.toFloatArray());
  }

  /**
   * The layers' computation.
   *
   * @param alias an array that shares this model's flat weights; it may collect a gradient
   * @param training whether the statistics are learned
   */
  Forward forward(NDArray alias, boolean training) {
    Map<String, NDArray> views = layout.views(alias);
    views.putAll(statisticViews);
    return new Forward(views, training);
  }
}
