package io.imagepriors.autoencoder.training;

import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where the named weights of a network lie in one flat array. One array instead of dozens makes an
 * optimiser's step one loop and a checkpoint a copy.
 */
final class Layout {
  private final Map<String, Dims> dims;
  private final int size;

  private Layout(Map<String, Dims> dims) {
    this.dims = dims;
    this.size = Math.toIntExact(dims.values().stream().mapToLong(Dims::size).sum());
  }

  /** Is told of one weight after the other. */
  interface Visitor {

    /**
     * Looks at one.
     *
     * @param start where its values begin in the flat array
     */
    void visit(String name, Dims dims, int start);
  }

  /** The weights that descend the gradient. */
  static Layout ofTrained(Map<String, Dims> all) {
    return ofThose(all, name -> !isStatistic(name));
  }

  /** The running means and variances of batch normalisation. */
  static Layout ofStatistics(Map<String, Dims> all) {
    return ofThose(all, Layout::isStatistic);
  }

  private static Layout ofThose(Map<String, Dims> all, Predicate<String> wanted) {
    Map<String, Dims> chosen = new LinkedHashMap<>();
    all.forEach(
        (name, dims) -> {
          if (wanted.test(name)) {
            chosen.put(name, dims);
          }
        });
    return new Layout(chosen);
  }

  private static boolean isStatistic(String name) {
    return name.endsWith(".mean") || name.endsWith(".variance");
  }

  /** The number of values. */
  int size() {
    return size;
  }

  /** Names and sides, in the order of the flat array. */
  Map<String, Dims> dims() {
    return dims;
  }

  /** Goes through the weights, in the order of the flat array. */
  void forEach(Visitor visitor) {
    int start = 0;
    for (Map.Entry<String, Dims> entry : dims.entrySet()) {
      visitor.visit(entry.getKey(), entry.getValue(), start);
      start += entry.getValue().size();
    }
  }

  /** Copies of the values of a flat array by name. */
  Map<String, Tensor> tensors(float[] flat) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    forEach(
        (name, sides, start) -> {
          float[] values = Arrays.copyOfRange(flat, start, start + sides.size());
          tensors.put(name, Tensor.of(sides, values));
        });
    return tensors;
  }
}
