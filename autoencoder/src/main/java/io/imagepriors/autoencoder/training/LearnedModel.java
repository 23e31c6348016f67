package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A network's numbers while they are learned: its weights, and the running statistics of batch
 * normalisation. They live as long as the manager they were made with.
 */
final class LearnedModel {
  private final Layout layout;
  private final SharedValues weights;
  private final SharedValues statistics;

  /**
   * Copies of a network's numbers.
   *
   * @param dims the network's weights
   * @param values as {@link FlatValues} of this network
   */
  LearnedModel(NDManager manager, Map<String, Dims> dims, FlatValues values) {
    this.layout = Layout.ofTrained(dims);
    this.weights = SharedValues.of(manager, layout, values.weights());
    this.statistics = SharedValues.of(manager, Layout.ofStatistics(dims), values.statistics());
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

  /** Copies of the present numbers. */
  FlatValues values() {
    return new FlatValues(weights.copy(), statistics.copy());
  }

  /**
   * The layers' computation. It has aliases of the weights, made for it alone: these collect the
   * gradient, and the weights themselves never do, so they can be changed in place.
   *
   * @param scope owns the aliases and what is computed from them
   * @param training whether weights collect a gradient, and statistics are learned
   */
  Forward forward(NDManager scope, boolean training) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    weights
        .arrays()
        .forEach(
            (name, values) -> {
              NDArray alias = values.stopGradient();
              alias.attach(scope);
              alias.setRequiresGradient(training);
              arrays.put(name, alias);
            });
    arrays.putAll(statistics.arrays());
    return new Forward(arrays, training);
  }

  /**
   * Moves the weights down the gradient.
   *
   * @param forward that of {@link #forward}, after the backward pass of a loss
   * @param scope owns the gradients
   * @param rate of learning
   * @param step the step's number, from 0
   */
  void descend(Forward forward, NDManager scope, Adam adam, double rate, long step) {
    layout.forEach(
        (name, dims, start) -> {
          NDArray gradient = forward.weights().get(name).getGradient();
          gradient.attach(scope);
          FloatBuffer values =
              gradient.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
          adam.update(weights.flat(), start, values, rate, step);
        });
  }
}
