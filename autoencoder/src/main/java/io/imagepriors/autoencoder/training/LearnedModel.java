package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.imagepriors.autoencoder.network.Dims;
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
  private final Layout layout;
  private final NDArray weights;
  private final NDArray statistics;
  private final Map<String, NDArray> statisticViews;

  /**
   * Copies of a network's numbers.
   *
   * @param dims the network's weights
   * @param values as {@link FlatValues} of this network
   */
  LearnedModel(NDManager manager, Map<String, Dims> dims, FlatValues values) {
    this.layout = Layout.ofTrained(dims);
    this.weights = manager.create(values.weights());
    this.statistics = manager.create(values.statistics());
    this.statisticViews = Layout.ofStatistics(dims).views(statistics);
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
    static FlatValues initial(Map<String, Dims> dims, RandomGenerator random) {
      return new FlatValues(
          Initialisation.values(Layout.ofTrained(dims), random),
          Initialisation.values(Layout.ofStatistics(dims), random));
    }

    boolean fits(Map<String, Dims> dims) {
      return weights.length == Layout.ofTrained(dims).size()
          && statistics.length == Layout.ofStatistics(dims).size();
    }

    /** By name, in the network's order. */
    Weights named(Map<String, Dims> dims) {
      Map<String, Tensor> all = Layout.ofTrained(dims).tensors(weights);
      all.putAll(Layout.ofStatistics(dims).tensors(statistics));
      Map<String, Tensor> ordered = new LinkedHashMap<>();
      dims.keySet().forEach(name -> ordered.put(name, all.get(name)));
      return Weights.of(ordered);
    }
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
